#pragma once

class QAction;
class QHBoxLayout;
class QVBoxLayout;
class QWidget;

namespace ui {

/// The layout of a panel of the bottom dock: its head, with `close` at the right end of what stands
/// there, and room for the rest below.
QVBoxLayout* makeDockLayout(QWidget* panel, QHBoxLayout* head, QAction* close);

} // namespace ui
