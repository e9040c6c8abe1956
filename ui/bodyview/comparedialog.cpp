#include "comparedialog.h"

#include "bodytext.h"
#include "json.h"

#include "ui/common/background.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/textview.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkAlpha = 48;
constexpr qsizetype ComparedLength = 1000;

QString textOfBody(const QByteArray& body, bool indents)
{
    if (indents && looksLikeJson(body) && readJson(body))
        return visibleText(QString::fromUtf8(indentedJson(body)));
    const auto text = textOf(body);
    return text ? visibleText(*text) : QString::fromLatin1(body.toHex(' '));
}

QStringList linesOf(const CompareDialog::Side& side, bool indents)
{
    QStringList lines;
    for (const Property& property : side.properties)
        lines += u"%1: %2"_s.arg(property.title, property.value);
    lines += QString();
    const QString text = textOfBody(side.body, indents);
    for (const QStringView line : QStringView(text).split(u'\n')) {
        // An editor takes long over a line without end, and a difference in it would be hard to
        // see.
        qsizetype from = 0;
        do {
            lines += line.mid(from, ComparedLength).toString();
            from += ComparedLength;
        } while (from < line.size());
    }
    return lines;
}

void mark(QPlainTextEdit* view, const QList<int>& lines, Tone tone)
{
    QColor color = toneColor(tone, view->palette());
    color.setAlpha(MarkAlpha);
    QList<QTextEdit::ExtraSelection> marks;
    for (const int line : lines) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(view->document()->findBlockByNumber(line));
        selection.format.setBackground(color);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(selection);
    }
    view->setExtraSelections(marks);
}

void scrollTogether(QPlainTextEdit* one, QPlainTextEdit* other)
{
    for (const auto bar :
         {&QPlainTextEdit::verticalScrollBar, &QPlainTextEdit::horizontalScrollBar})
        QObject::connect((one->*bar)(), &QScrollBar::valueChanged, (other->*bar)(),
                         &QScrollBar::setValue);
}

} // namespace

CompareDialog::CompareDialog(Side left, Side right, QWidget* parent)
    : QDialog(parent)
    , m_left(std::move(left))
    , m_right(std::move(right))
    , m_title(new Label(TextRole::PageTitle))
    , m_summary(new Label(TextRole::Body, Tone::Secondary))
    , m_indents(new QCheckBox)
    , m_leftTitle(new Label(TextRole::Section))
    , m_rightTitle(new Label(TextRole::Section))
    , m_leftText(makeTextView(u"compareLeft"_s))
    , m_rightText(makeTextView(u"compareRight"_s))
    , m_close(new QPushButton)
{
    setObjectName(u"compareDialog"_s);
    resize(960, 640);
    m_summary->setObjectName(u"compareSummary"_s);
    m_indents->setObjectName(u"compareIndents"_s);
    m_indents->setChecked(true);
    m_close->setObjectName(u"compareClose"_s);
    m_leftTitle->setText(m_left.title);
    m_rightTitle->setText(m_right.title);
    createLayout();
    scrollTogether(m_leftText, m_rightText);
    scrollTogether(m_rightText, m_leftText);
    connect(m_indents, &QCheckBox::toggled, this, &CompareDialog::compareLater);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    keepTranslated(this, [this] { retranslate(); });
    compareLater();
}

void CompareDialog::createLayout()
{
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    grid->addWidget(m_leftTitle, 0, 0);
    grid->addWidget(m_rightTitle, 0, 1);
    grid->addWidget(m_leftText, 1, 0);
    grid->addWidget(m_rightText, 1, 1);
    auto* head = new QHBoxLayout;
    head->addWidget(m_summary, 1);
    head->addWidget(m_indents);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addLayout(head);
    layout->addLayout(grid, 1);
    layout->addLayout(buttons);
}

void CompareDialog::retranslate()
{
    setWindowTitle(tr("Compare messages"));
    m_title->setText(tr("Compare messages"));
    m_indents->setText(tr("Indent JSON"));
    m_leftText->setAccessibleName(m_left.title);
    m_rightText->setAccessibleName(m_right.title);
    m_close->setText(tr("Close"));
    showSummary();
}

CompareDialog::Comparison CompareDialog::compare(const Side& left, const Side& right, bool indents)
{
    Comparison made{linesOf(left, indents), linesOf(right, indents), {}};
    made.rows = diffLines(made.left, made.right);
    return made;
}

void CompareDialog::compareLater()
{
    inBackground(
        this,
        [left = m_left, right = m_right, indents = m_indents->isChecked()] {
            return compare(left, right, indents);
        },
        [this, generation = ++m_generation](const Comparison& comparison) {
            if (generation == m_generation)
                show(comparison);
        });
}

void CompareDialog::show(const Comparison& comparison)
{
    QStringList left;
    QStringList right;
    QList<int> changed;
    for (const DiffRow& row : comparison.rows) {
        if (!row.isSame)
            changed.append(int(left.size()));
        left += row.left < 0 ? QString() : comparison.left[row.left];
        right += row.right < 0 ? QString() : comparison.right[row.right];
    }
    m_leftText->setPlainText(left.join(u'\n'));
    m_rightText->setPlainText(right.join(u'\n'));
    mark(m_leftText, changed, Tone::Dead);
    mark(m_rightText, changed, Tone::Ok);
    m_differences = int(changed.size());
    showSummary();
}

void CompareDialog::showSummary()
{
    const QString bodies = m_left.body == m_right.body
                               ? tr("The bodies are the same, byte for byte.")
                               : tr("The bodies differ.");
    m_summary->setText(m_differences < 0
                           ? tr("Comparing…")
                           : tr("%1 %2", "two sentences")
                                 .arg(bodies, tr("%n line(s) differ.", nullptr, m_differences)));
}

} // namespace ui
