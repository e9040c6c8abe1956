#include "attentionlist.h"

#include "ui/common/icons.h"
#include "ui/common/label.h"

#include <QBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LinesMax = 8;

} // namespace

AttentionList::AttentionList(QWidget* parent)
    : Card(u"attentionCard"_s, parent)
    , m_title(new Label(TextRole::Section))
    , m_lines(new QVBoxLayout)
{
    m_title->setObjectName(u"attentionTitle"_s);
    m_lines->setSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addLayout(m_lines);
    layout->addStretch();
}

void AttentionList::retranslate()
{
    m_title->setText(tr("Needs attention"));
    m_shown = {QString()}; // what is written differs, whatever it was
    fill();
}

void AttentionList::setAttention(const QList<Attention>& attention)
{
    m_all = attention;
    fill();
}

void AttentionList::fill()
{
    const qsizetype count = std::min(LinesMax, m_all.size());
    QStringList wanted;
    for (const Attention& each : m_all.first(count))
        wanted += each.name + u' ' + attentionText(each);
    wanted += QString::number(m_all.size());
    if (wanted == m_shown)
        return; // so that the focus in it stays
    m_shown = wanted;
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < int(count); ++i)
        addLine(i, m_all[i]);
    if (m_all.size() > 0 && m_all.size() == count)
        return;
    auto* label = new Label(TextRole::Body, Tone::Muted);
    label->setObjectName(u"attentionRest"_s);
    label->setText(m_all.isEmpty() ? tr("All is well.")
                                   : tr("And %n more.", nullptr, int(m_all.size() - count)));
    m_lines->addWidget(label);
}

void AttentionList::addLine(int number, const Attention& attention)
{
    const QString name = u"attention"_s + QString::number(number);
    auto* link = new QToolButton;
    link->setObjectName(name + u"Link"_s);
    link->setAutoRaise(true);
    link->setIcon(icon(attention.topic.isEmpty() ? u"queue" : u"subscription", Tone::Accent));
    link->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    // A queue's name has no "&", but a name from elsewhere might.
    const QString shown = link->fontMetrics().elidedText(attention.name, Qt::ElideMiddle, 220);
    link->setText(QString(shown).replace(u'&', u"&&"_s));
    link->setToolTip(attention.name.toHtmlEscaped());
    connect(link, &QToolButton::clicked, this, [this, attention] { emit chosen(attention); });
    auto* words = new Label(TextRole::Body, Tone::Secondary);
    words->setObjectName(name + u"Text"_s);
    words->setWordWrap(true);
    words->setText(attentionText(attention));
    auto* line = new QWidget;
    line->setObjectName(name);
    auto* layout = new QVBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(link, 0, Qt::AlignLeft);
    layout->addWidget(words);
    m_lines->addWidget(line);
}

} // namespace ui
