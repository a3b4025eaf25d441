"""The files that are written: tables, workbook, figures, and the folder that holds them."""
