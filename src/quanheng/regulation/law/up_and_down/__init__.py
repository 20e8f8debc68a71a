"""《推进领导干部能上能下规定》: grounds for moving unfit leaders, the ways, and how long it restricts them."""
