#include "bodycomposer.h"

#include "bodyvariables.h"
#include "composermenus.h"
#include "hextext.h"

#include "ui/bodyview/bodytext.h"
#include "ui/bodyview/json.h"
#include "ui/bodyview/jsonerror.h"
#include "ui/common/background.h"
#include "ui/common/field.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/prompts.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int PreviewLength = 200;
/// Longer texts are checked on another thread.
constexpr qsizetype CheckedHereMax = 64 * 1024;

/// What was typed, character for character: toPlainText() would turn no-break spaces into spaces.
QString textIn(const QPlainTextEdit* edit)
{
    QString text = edit->document()->toRawText();
    text.replace(QChar::ParagraphSeparator, QChar::LineFeed);
    text.replace(QChar::LineSeparator, QChar::LineFeed);
    return text;
}

struct FileRead
{
    QByteArray bytes;
    QString error;
};

FileRead readFile(const QString& path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, file.errorString()};
    return {file.read(limit + 1), {}}; // one more says that it is too long
}

} // namespace

BodyComposer::BodyComposer(Drafts& drafts, Prompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_prompts(prompts)
    , m_formatBox(new QComboBox)
    , m_fillIn(new QCheckBox)
    , m_indent(new QToolButton)
    , m_menus(new ComposerMenus(
          drafts, [this] { return written(); }, this))
    , m_edit(new QPlainTextEdit)
    , m_choose(new QPushButton)
    , m_file(new Label)
    , m_fileRow(new QWidget)
    , m_preview(new Label(TextRole::Caption, Tone::Muted))
{
    setObjectName(u"bodyComposer"_s);
    m_formatBox->setObjectName(u"bodyFormat"_s);
    for (int i = 0; i < 4; ++i)
        m_formatBox->addItem(QString());
    m_fillIn->setObjectName(u"bodyFillIn"_s);
    m_fillIn->setChecked(true);
    m_indent->setObjectName(u"bodyIndent"_s);
    m_indent->setIcon(icon(u"text-indent-left"));
    m_indent->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_indent->setAutoRaise(true);
    m_indent->setFocusPolicy(Qt::TabFocus);
    m_indent->hide(); // only JSON is indented
    m_edit->setObjectName(u"messageBody"_s);
    m_edit->setFont(monoFont());
    m_edit->setTabChangesFocus(true);
    m_edit->setMinimumHeight(110);
    m_field = new Field(m_edit);
    m_choose->setObjectName(u"bodyChooseFile"_s);
    m_choose->setAutoDefault(false);
    m_file->setObjectName(u"bodyFile"_s);
    m_preview->setObjectName(u"bodyPreview"_s);
    m_preview->setWordWrap(true);
    createLayout();

    connect(m_formatBox, &QComboBox::currentIndexChanged, this,
            [this](int index) { setFormat(Format(index)); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_isTouched = true;
        check();
    });
    connect(m_fillIn, &QCheckBox::toggled, this, &BodyComposer::check);
    connect(m_choose, &QPushButton::clicked, this, &BodyComposer::chooseFile);
    connect(m_indent, &QToolButton::clicked, this, &BodyComposer::indent);
    connect(m_menus, &ComposerMenus::variableChosen, this, [this](const QString& text) {
        m_fillIn->setChecked(true);
        m_edit->insertPlainText(text);
        m_edit->setFocus();
    });
    connect(m_menus, &ComposerMenus::snippetChosen, this, [this](const QByteArray& body) {
        setBody(body);
        m_fillIn->setChecked(true);
    });
    connect(m_menus, &ComposerMenus::sentChosen, this,
            [this](const QByteArray& body, const QStringList& filter) {
                setBody(body);
                emit filterRestored(filter);
            });
    keepTranslated(this, [this] { retranslate(); });
}

void BodyComposer::createLayout()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_formatBox);
    head->addWidget(m_fillIn);
    head->addStretch();
    head->addWidget(m_indent);
    m_menus->addTo(head);
    auto* fileLayout = new QHBoxLayout(m_fileRow);
    fileLayout->setContentsMargins(0, 0, 0, 0);
    fileLayout->setSpacing(8);
    fileLayout->addWidget(m_choose);
    fileLayout->addWidget(m_file, 1);
    m_fileRow->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_fileRow);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_preview);
}

void BodyComposer::retranslate()
{
    const QString formats[] = {tr("Text"), tr("JSON"), tr("Hexadecimal"), tr("File")};
    for (int i = 0; i < 4; ++i)
        m_formatBox->setItemText(i, formats[i]);
    m_formatBox->setAccessibleName(tr("Format of the body"));
    m_field->setTitle(tr("Body"));
    m_fillIn->setText(tr("Fill in variables"));
    m_fillIn->setToolTip(tr("{{uuid}}, {{seq}}, {{now}} and {{rand a b}} stand for something else "
                            "in each message. Off: they are sent as they stand here."));
    m_indent->setText(tr("Indent"));
    m_menus->retranslate();
    m_choose->setText(tr("Choose a file…"));
    m_edit->setPlaceholderText(tr("Text in UTF-8, sent as it stands here"));
    check();
}

void BodyComposer::setLimit(std::int64_t bytes)
{
    m_limit = bytes;
    check();
}

void BodyComposer::setRefusal(const QString& sentence)
{
    if (sentence == m_refusal)
        return;
    m_refusal = sentence;
    showState();
}

void BodyComposer::setBody(const QByteArray& body)
{
    const auto text = ui::textOf(body);
    m_fillIn->setChecked(false);
    const bool isHex = !text || text->contains(u'\r'); // an editor has one kind of line end
    m_formatBox->setCurrentIndex(int(isHex ? Format::Hex : Format::Text));
    setFormat(isHex ? Format::Hex : Format::Text);
    m_edit->setPlainText(isHex ? hexOfBytes(body) : *text);
    check();
}

BodyComposer::Format BodyComposer::format() const
{
    return m_format;
}

// What is there goes along, if the other format has a way to write it.
void BodyComposer::setFormat(Format format)
{
    if (format == m_format)
        return;
    const QByteArray bytes = m_sample;
    const bool wasHex = m_format == Format::Hex;
    if (wasHex && format != Format::File && !bytes.isEmpty() && !ui::textOf(bytes)) {
        m_formatBox->setCurrentIndex(int(Format::Hex)); // it can be written in no other way
        return;
    }
    const bool hasText = m_format != Format::File;
    m_format = format;
    if (format == Format::Hex && hasText)
        m_edit->setPlainText(hexOfBytes(textIn(m_edit).toUtf8()));
    else if (wasHex && format != Format::File)
        m_edit->setPlainText(QString::fromUtf8(bytes));
    m_edit->setVisible(format != Format::File);
    m_fileRow->setVisible(format == Format::File);
    m_indent->setVisible(format == Format::Json);
    m_fillIn->setEnabled(fillsIn() || format == Format::Text || format == Format::Json);
    check();
}

bool BodyComposer::fillsIn() const
{
    return (m_format == Format::Text || m_format == Format::Json) && m_fillIn->isChecked();
}

QByteArray BodyComposer::body(const VariableValues& values) const
{
    switch (m_format) {
    case Format::File: return m_fileBytes;
    case Format::Hex: return bytesOfHex(textIn(m_edit)).bytes;
    case Format::Text:
    case Format::Json: break;
    }
    const QString text = textIn(m_edit);
    return (fillsIn() ? withVariables(text, values) : text).toUtf8();
}

// With its variables, as it is to be kept.
QByteArray BodyComposer::written() const
{
    switch (m_format) {
    case Format::File: return {};
    case Format::Hex: return m_sample;
    case Format::Text:
    case Format::Json: break;
    }
    return textIn(m_edit).toUtf8();
}

void BodyComposer::check()
{
    ++m_generation;
    m_sample =
        body(variableValues(1, cmq::fromUnixMilliseconds(QDateTime::currentMSecsSinceEpoch())));
    m_jsonError.clear();
    if (m_format == Format::Json)
        checkJson();
    showState();
    emit changed();
}

void BodyComposer::checkJson()
{
    const auto sentence = [](const std::optional<JsonError>& error) {
        return error ? tr("Line %1, column %2: %3")
                           .arg(error->line)
                           .arg(error->column)
                           .arg(error->text)
                     : QString();
    };
    if (m_sample.size() <= CheckedHereMax) {
        m_jsonError = m_sample.isEmpty() ? QString() : sentence(jsonErrorOf(m_sample));
        return;
    }
    m_jsonError = tr("Checking…");
    inBackground(
        this, [text = m_sample] { return jsonErrorOf(text); },
        [this, sentence, generation = m_generation](const std::optional<JsonError>& error) {
            if (generation != m_generation)
                return;
            m_jsonError = sentence(error);
            showState();
            emit changed();
        });
}

void BodyComposer::showState()
{
    m_error.clear();
    if (m_format == Format::Hex) {
        if (const qsizetype at = bytesOfHex(textIn(m_edit)).errorAt; at >= 0)
            m_error = tr("Character %1 is no pair of hexadecimal digits.").arg(at + 1);
    } else if (m_format == Format::File) {
        m_error = m_fileName.isEmpty() ? tr("Choose a file first.") : m_fileError;
    } else if (m_format == Format::Json) {
        m_error = m_jsonError;
    }
    if (m_error.isEmpty() && m_sample.size() > m_limit)
        m_error =
            tr("%1 is more than fits, %2.").arg(formatBytes(m_sample.size()), formatBytes(m_limit));
    m_field->setHint(tr("%1 of %2").arg(formatBytes(m_sample.size()), formatBytes(m_limit)));
    m_field->setError(m_error.isEmpty() ? m_refusal : m_error);
    m_file->setText(formatForeign(m_fileName));
    const bool hasPreview = fillsIn() && hasVariables(textIn(m_edit));
    m_preview->setVisible(hasPreview);
    if (hasPreview)
        m_preview->setText(
            tr("For example: %1")
                .arg(formatForeign(QString::fromUtf8(m_sample.left(4 * PreviewLength)),
                                   PreviewLength)));
}

void BodyComposer::chooseFile()
{
    m_prompts.chooseOpenFile(this, tr("Body from a file"), [this](const QString& path) {
        inBackground(
            this, [path, limit = m_limit] { return readFile(path, limit); },
            [this, path](const FileRead& read) {
                m_fileName = QFileInfo(path).fileName();
                m_fileBytes = read.bytes;
                m_fileError = read.error;
                m_isTouched = true;
                check();
            });
    });
}

void BodyComposer::indent()
{
    const QByteArray text = textIn(m_edit).toUtf8();
    inBackground(
        this, [text] { return readJson(text) ? QString::fromUtf8(indentedJson(text)) : QString(); },
        [this, generation = m_generation](const QString& indented) {
            if (generation == m_generation && !indented.isEmpty())
                m_edit->setPlainText(indented);
        });
}

} // namespace ui
