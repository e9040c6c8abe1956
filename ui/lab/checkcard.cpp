#include "checkcard.h"

#include "lessonstate.h"
#include "lessontext.h"

#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int CheckMarkSize = 16;
}

CheckCard::CheckCard(LessonState& state, QWidget* parent)
    : LessonCard(u"lessonChecks"_s, parent)
    , m_state(state)
{
    createRows();
    connect(&state, &LessonState::changed, this, &CheckCard::refresh);
    keepTranslated(this, [this] { refresh(); });
}

void CheckCard::createRows()
{
    for (std::size_t i = 0; i < m_state.scenario().checks.size(); ++i) {
        Row row{new QLabel, wrapped(u"checkText%1"_s.arg(i)),
                wrapped(u"checkReason%1"_s.arg(i), Tone::Muted, TextRole::Caption)};
        row.mark->setFixedSize(CheckMarkSize, CheckMarkSize);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(row.text);
        texts->addWidget(row.reason);
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(row.mark, 0, Qt::AlignTop);
        line->addLayout(texts, 1);
        body()->addLayout(line);
        m_rows.append(row);
    }
}

void CheckCard::refresh()
{
    const auto& checks = m_state.scenario().checks;
    const auto& verdicts = m_state.view().verdicts;
    qsizetype met = 0;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows.at(i);
        const auto& check = checks[std::size_t(i)];
        const bool isKnown = std::size_t(i) < verdicts.size();
        const bool isMet = isKnown && verdicts[std::size_t(i)].isMet;
        met += isMet;
        const QString said = lessonText(check.text);
        row.text->setText(said.isEmpty() ? QString::fromStdString(check.id) : said);
        // The mark says it to the eye, the name to a screen reader.
        row.mark->setPixmap(isMet ? icon(u"check-circle", Tone::Ok).pixmap(CheckMarkSize)
                                  : icon(u"circle", Tone::Muted).pixmap(CheckMarkSize));
        row.text->setAccessibleName(isMet ? tr("Reached: %1").arg(row.text->text())
                                          : tr("Not yet: %1").arg(row.text->text()));
        row.reason->setVisible(isKnown && !isMet);
        if (isKnown && !isMet) {
            const QString advice = lessonText(check.unmet);
            const QString reason = findingText(verdicts[std::size_t(i)].finding);
            row.reason->setText(advice.isEmpty() ? reason : reason + u'\n' + advice);
        }
    }
    setTitle(tr("Checks: %1 of %2 reached").arg(met).arg(m_rows.size()));
}

} // namespace ui
