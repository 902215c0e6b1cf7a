//! Scripts that are loaded later, by the names that the build lists.
//!
//! Their addresses change with their content. The boot script knows them and offers one function
//! for all, `byspejl.load(name)`, which gives the promise of `import(address)`; a program cannot
//! write `import()` itself.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = byspejl, js_name = load)]
    fn load_part(name: &str) -> Result<Promise, JsValue>;
}

/// The script's exports; the browser loads it once. `None` when it cannot be fetched or run.
pub async fn load(name: &str) -> Option<JsValue> {
    JsFuture::from(load_part(name).ok()?).await.ok()
}
