#pragma once

namespace ui {
class Connection;
}

/// Fills an empty broker with what a small shop might have: for pictures and for trying things out.
void addSampleData(ui::Connection& connection);
