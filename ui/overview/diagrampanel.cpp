#include "diagrampanel.h"

#include "diagramview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/savefile.h"

#include <QAction>
#include <QBoxLayout>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double ButtonZoom = 1.25;
}

DiagramPanel::DiagramPanel(bool isExact, Prompts& prompts, Banner& banner, QWidget* parent)
    : QWidget(parent)
    , m_prompts(prompts)
    , m_banner(banner)
    , m_view(new DiagramView(u"overviewDiagram"_s, isExact))
    , m_note(new Label(TextRole::Caption, Tone::Muted))
    , m_zoomIn(makeAction(u"diagramZoomIn"_s, u"plus-lg"))
    , m_zoomOut(makeAction(u"diagramZoomOut"_s, u"dash-lg"))
    , m_fit(makeAction(u"diagramFit"_s, u"fit"))
    , m_exportSvg(makeAction(u"exportDiagramSvg"_s, u"save"))
{
    m_note->setObjectName(u"overviewDiagramNote"_s);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addWidget(m_note, 1);
    for (QAction* action : {m_zoomIn, m_zoomOut, m_fit, m_exportSvg})
        tools->addWidget(makeToolButton(action));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(tools);
    layout->addWidget(m_view, 1);
    connect(m_view, &DiagramView::openRequested, this, &DiagramPanel::openRequested);
    connect(m_zoomIn, &QAction::triggered, m_view, [this] { m_view->zoomBy(ButtonZoom); });
    connect(m_zoomOut, &QAction::triggered, m_view, [this] { m_view->zoomBy(1 / ButtonZoom); });
    connect(m_fit, &QAction::triggered, m_view, &DiagramView::fit);
    connect(m_exportSvg, &QAction::triggered, this, &DiagramPanel::exportSvg);
}

QAction* DiagramPanel::makeAction(const QString& name, QStringView iconName)
{
    auto* action = new QAction(icon(iconName), QString(), this);
    action->setObjectName(name);
    return action;
}

void DiagramPanel::setDiagram(const Diagram& diagram)
{
    m_view->setDiagram(diagram);
    showNote();
}

void DiagramPanel::showNote()
{
    const Diagram& diagram = m_view->diagram();
    m_exportSvg->setEnabled(!diagram.nodes.empty());
    if (diagram.nodes.empty())
        m_note->setText(tr("There is nothing to draw yet: no queue and no topic."));
    else if (diagram.leftOut > 0)
        m_note->setText(tr("%n more are left out: those without a connection and with the smallest "
                           "backlog.",
                           nullptr, diagram.leftOut));
    else
        m_note->setText(tr("Topics, their subscriptions, what these deliver to, and where dead "
                           "letters go."));
}

void DiagramPanel::retranslate()
{
    m_view->setAccessibleName(tr("Diagram of the topology"));
    m_zoomIn->setText(tr("Larger"));
    m_zoomIn->setToolTip(tr("Larger (+)"));
    m_zoomOut->setText(tr("Smaller"));
    m_zoomOut->setToolTip(tr("Smaller (-)"));
    m_fit->setText(tr("Show all"));
    m_fit->setToolTip(tr("Show all (0)"));
    m_exportSvg->setText(tr("Export SVG…"));
    m_exportSvg->setToolTip(tr("Write the diagram to a drawing"));
    showNote();
}

void DiagramPanel::exportSvg()
{
    saveFile(this, m_prompts, m_banner, tr("Export the diagram as SVG"), u"topology.svg"_s,
             m_view->toSvg());
}

} // namespace ui
