"""What the site consists of: addresses, listings, the plan and the views. It asks the catalog."""
