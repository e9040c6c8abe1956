#include "importdialog.h"

#include "ui/common/label.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

ImportDialog::ImportDialog(Topology present, Topology wanted, const QString& source,
                           Settings& settings, QWidget* parent)
    : FormDialog(u"importDialog"_s, parent)
    , m_present(std::move(present))
    , m_wanted(std::move(wanted))
    , m_summary(new Label(TextRole::Body, Tone::Secondary))
    , m_deletes(new QCheckBox)
    , m_showsUnchanged(new QCheckBox)
    , m_table(new TableView(u"importTable"_s))
{
    resize(820, 560);
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setWordWrap(true);
    m_deletes->setObjectName(u"importDeletes"_s);
    m_showsUnchanged->setObjectName(u"importShowsUnchanged"_s);
    m_proxy.setSourceModel(&m_model);
    m_table->setProxy(&m_proxy, settings);
    m_table->setUsualLayout({220, 96, 96}, 1);
    m_table->horizontalHeader()->setStretchLastSection(true);
    body()->addWidget(m_summary);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_deletes, 0, Qt::AlignLeft);
    body()->addWidget(m_showsUnchanged, 0, Qt::AlignLeft);

    connect(m_deletes, &QCheckBox::toggled, this, &ImportDialog::showPlan);
    connect(m_showsUnchanged, &QCheckBox::toggled, this, &ImportDialog::showPlan);
    connect(this, &FormDialog::submitRequested, this, [this] { emit submitted(m_plan); });
    keepTranslated(this, [this, source] {
        setTitle(tr("Import from %1").arg(source));
        m_deletes->setText(tr("Delete what is here and not there"));
        m_showsUnchanged->setText(tr("Show what stays as it is"));
        m_table->setAccessibleName(tr("Plan of the import"));
        submitButton()->setText(tr("Carry out…"));
        closeButton()->setText(tr("Cancel"));
        m_model.retranslate();
        showPlan();
    });
}

void ImportDialog::showPlan()
{
    m_plan = planTopology(m_present, m_wanted, m_deletes->isChecked());
    QList<PlanItem> shown;
    for (const PlanItem& item : m_plan.items) {
        if (item.kind != PlanKind::Unchanged || m_showsUnchanged->isChecked())
            shown.append(item);
    }
    m_model.setRows(shown);
    const auto count = [this](PlanKind kind) { return m_plan.count(kind); };
    QStringList parts{tr("%n to create", nullptr, count(PlanKind::Create)),
                      tr("%n to change", nullptr, count(PlanKind::Change)),
                      tr("%n to delete", nullptr, count(PlanKind::Delete)),
                      tr("%n unchanged", nullptr, count(PlanKind::Unchanged))};
    if (count(PlanKind::Impossible) > 0)
        parts += tr("%n impossible", nullptr, count(PlanKind::Impossible));
    m_summary->setText(parts.join(u" · "_s));
    setValid(!m_plan.isEmpty(), tr("There is nothing to do."));
}

} // namespace ui
