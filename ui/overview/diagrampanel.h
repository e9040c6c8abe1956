#pragma once

#include <QWidget>

class QAction;

namespace ui {

class Banner;
struct Diagram;
struct DiagramNode;
class DiagramView;
class Label;
class Prompts;

/// A diagram with its tools: larger, smaller, all of it, and to a file; and a line that says what
/// is seen.
class DiagramPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `banner` is where what came of an export is said; it and `prompts` outlive us.
    DiagramPanel(bool isExact, Prompts& prompts, Banner& banner, QWidget* parent = nullptr);

    void setDiagram(const Diagram& diagram);
    void retranslate();

signals:
    void openRequested(const ui::DiagramNode& node);

private:
    QAction* makeAction(const QString& name, QStringView iconName);
    void showNote();
    void exportSvg();

    Prompts& m_prompts;
    Banner& m_banner;
    DiagramView* m_view;
    Label* m_note;
    QAction* m_zoomIn;
    QAction* m_zoomOut;
    QAction* m_fit;
    QAction* m_exportSvg;
};

} // namespace ui
