"""Lines of the page that the story stood on: buttons, boxes, menus."""
