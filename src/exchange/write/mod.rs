//! Values to files: spreadsheets, documents, calendars, the pledge as data.
