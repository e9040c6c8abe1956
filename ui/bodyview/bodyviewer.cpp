#include "bodyviewer.h"

#include "bodytext.h"
#include "bodytextedit.h"
#include "findbar.h"
#include "hexview.h"
#include "jsonmodel.h"

#include "ui/common/background.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/prompts.h"
#include "ui/common/translated.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSaveFile>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A container with more children than this stays closed: somebody opens it who wants to see them.
constexpr int OpenChildrenMax = 200;

QString write(const QString& path, const QByteArray& body)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(body) == body.size() && file.commit())
        return {};
    return file.errorString();
}

} // namespace

BodyViewer::BodyViewer(const QString& name, Prompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_prompts(prompts)
    , m_caption(new Label(TextRole::Body, Tone::Secondary))
    , m_note(new Label(TextRole::Caption, Tone::Muted))
    , m_tabs(new QTabWidget)
    , m_textEdit(new BodyTextEdit(name + u"Text"_s))
    , m_tree(new QTreeView)
    , m_model(new JsonModel(this))
    , m_hex(new HexView(name + u"Hex"_s))
    , m_properties(new PropertyList(name + u"Properties"_s))
    , m_find(new FindBar(name + u"Find"_s))
    , m_indent(new QAction(this))
    , m_copy(new QAction(this))
    , m_save(new QAction(this))
{
    setObjectName(name);
    createActions();
    createLayout();
    connectFind();
    keepTranslated(this, [this] { retranslate(); });
    clear();
}

void BodyViewer::createActions()
{
    m_indent->setObjectName(objectName() + u"Indent"_s);
    m_indent->setIcon(icon(u"text-indent-left"));
    m_indent->setCheckable(true);
    connect(m_indent, &QAction::toggled, this, &BodyViewer::showText);
    m_copy->setObjectName(objectName() + u"Copy"_s);
    m_copy->setIcon(icon(u"clipboard"));
    connect(m_copy, &QAction::triggered, this, &BodyViewer::copyBody);
    m_save->setObjectName(objectName() + u"Save"_s);
    m_save->setIcon(icon(u"save"));
    connect(m_save, &QAction::triggered, this, &BodyViewer::saveBody);
}

void BodyViewer::createLayout()
{
    const QString name = objectName();
    m_caption->setObjectName(name + u"Caption"_s);
    m_note->setObjectName(name + u"Note"_s);
    m_note->setWordWrap(true);
    m_tree->setObjectName(name + u"Tree"_s);
    m_tree->setModel(m_model);
    m_tree->setFont(monoFont());
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->setObjectName(name + u"TreeHeader"_s);
    m_tree->header()->setDefaultSectionSize(200);
    m_tabs->setObjectName(name + u"Tabs"_s);
    m_tabs->tabBar()->setObjectName(name + u"TabBar"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_textEdit, {});
    m_tabs->addTab(m_tree, {});
    m_tabs->addTab(m_hex, {});
    m_tabs->addTab(m_properties, {});
    // Only what a person chooses is remembered; our own choice is not a click.
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (m_hasMessage && tab != PropertiesTab)
            m_preferredTab[int(m_kind)] = tab;
    });

    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_caption, 1);
    for (QAction* action : {m_indent, m_copy, m_save}) {
        auto* button = new QToolButton;
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setAutoRaise(true);
        button->setDefaultAction(action);
        head->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_find);
    layout->addWidget(m_note);
}

void BodyViewer::connectFind()
{
    connect(m_find, &FindBar::findRequested, this, &BodyViewer::findNext);
    connect(m_find, &FindBar::closed, m_tabs,
            [this] { m_tabs->currentWidget()->setFocus(Qt::OtherFocusReason); });
}

bool BodyViewer::event(QEvent* event)
{
    const bool isPress = event->type() == QEvent::KeyPress;
    if (!isPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::event(event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isFind = key->matches(QKeySequence::Find);
    const bool isBackward = key->modifiers() == Qt::ShiftModifier;
    const bool isNext = key->key() == Qt::Key_F3 && (isBackward || !key->modifiers());
    if (!m_hasMessage || (!isFind && !isNext))
        return QWidget::event(event);
    event->accept(); // nearer than the window's own
    if (isPress && isFind)
        openFind();
    else if (isPress)
        findNext(isBackward);
    return true;
}

void BodyViewer::openFind()
{
    m_find->open();
}

/// Bytes are searched as bytes, anything else as text.
void BodyViewer::findNext(bool isBackward)
{
    const QString text = m_find->text();
    if (text.isEmpty()) {
        openFind();
        return;
    }
    const bool isHex = !m_text || m_tabs->currentIndex() == HexTab;
    if (!isHex)
        m_tabs->setCurrentIndex(TextTab);
    m_find->setFound(isHex ? m_hex->findBytes(text.toUtf8(), isBackward)
                           : m_textEdit->findText(text, isBackward));
}

void BodyViewer::retranslate()
{
    m_tabs->setTabText(TextTab, tr("Text"));
    m_tabs->setTabText(JsonTab, tr("JSON"));
    m_tabs->setTabText(HexTab, tr("Bytes"));
    m_tabs->setTabText(PropertiesTab, tr("Properties"));
    m_textEdit->setAccessibleName(tr("Body as text"));
    m_tree->setAccessibleName(tr("Body as JSON tree"));
    m_hex->setAccessibleName(tr("Body as bytes"));
    m_properties->setAccessibleName(tr("Properties of the message"));
    m_indent->setText(tr("Indent JSON"));
    m_indent->setToolTip(tr("Show the JSON text with line breaks and indentation"));
    m_copy->setText(tr("Copy body"));
    m_copy->setToolTip(tr("Copy the whole body; bytes that are no text as hexadecimal"));
    m_save->setText(tr("Save body…"));
    m_save->setToolTip(tr("Save the body to a file, byte for byte"));
    m_model->retranslate();
    setKind(m_kind);
}

void BodyViewer::setKind(Kind kind)
{
    m_kind = kind;
    if (!m_hasMessage) {
        m_caption->setText(tr("Select one message to see its body."));
        return;
    }
    const QString size = formatBytes(m_body.size());
    const QString words[] = {tr("Text · %1"), tr("JSON · %1"), tr("Binary · %1")};
    m_caption->setText(words[int(kind)].arg(size));
    m_indent->setEnabled(kind == Kind::Json);
    m_tabs->setTabEnabled(TextTab, kind != Kind::Binary);
    m_tabs->setTabEnabled(JsonTab, kind == Kind::Json);
    m_tabs->setTabToolTip(TextTab,
                          kind == Kind::Binary ? tr("The body is not UTF-8 text.") : QString());
    m_tabs->setTabToolTip(JsonTab, kind != Kind::Json ? tr("The body is not JSON.") : QString());
}

void BodyViewer::setMessage(const QByteArray& body, const QList<Property>& properties,
                            const QString& fileName)
{
    ++m_generation;
    m_hasMessage = false; // the tabs that follow are our choice
    m_body = body;
    m_fileName = fileName;
    m_text = textOf(body);
    m_indented.clear();
    m_model->setText(nullptr);
    m_properties->setProperties(properties);
    m_hex->setBytes(body);
    m_note->clear();
    m_note->hide();

    const Kind kind = !m_text ? Kind::Binary : looksLikeJson(body) ? Kind::Json : Kind::Text;
    const bool keepsProperties = m_tabs->currentIndex() == PropertiesTab && m_tabs->isEnabled();
    m_tabs->setEnabled(true);
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    m_hasMessage = true;
    const int tab = m_preferredTab[int(kind)];
    setKind(kind);
    if (!keepsProperties)
        m_tabs->setCurrentIndex(tab);
    m_preferredTab[int(kind)] = tab;
    showText();
    if (kind == Kind::Json)
        readJsonLater();
}

void BodyViewer::setProperties(const QList<Property>& properties)
{
    m_properties->setProperties(properties);
}

void BodyViewer::clear()
{
    setMessage({}, {}, {});
    m_hasMessage = false;
    setKind(m_kind);
    m_tabs->setEnabled(false);
    for (QAction* action : {m_indent, m_copy, m_save})
        action->setEnabled(false);
}

void BodyViewer::readJsonLater()
{
    const auto read = [body = m_body] {
        Json json;
        if (auto text = readJson(body)) {
            json.text = std::make_shared<const JsonText>(std::move(*text));
            json.indented = QString::fromUtf8(indentedJson(body));
        }
        return json;
    };
    inBackground(this, read, [this, generation = m_generation](const Json& json) {
        if (generation == m_generation)
            showJson(json);
    });
}

void BodyViewer::showJson(const Json& json)
{
    if (!json.text) { // it only looked like JSON
        const bool keepsProperties = m_tabs->currentIndex() == PropertiesTab;
        const int tab = m_preferredTab[int(Kind::Text)];
        setKind(Kind::Text);
        if (!keepsProperties)
            m_tabs->setCurrentIndex(tab);
        m_preferredTab[int(Kind::Text)] = tab;
        return;
    }
    m_indented = json.indented;
    m_model->setText(json.text);
    const QModelIndex root = m_model->index(0, 0);
    if (m_model->rowCount(root) <= OpenChildrenMax)
        m_tree->expand(root);
    showText();
    emit jsonShown();
}

void BodyViewer::showText()
{
    const bool isIndented = m_indent->isChecked() && !m_indented.isEmpty();
    const QString& text = isIndented ? m_indented : m_text.value_or(QString());
    if (m_textEdit->text() != text || text.isEmpty())
        m_textEdit->setText(text);
}

void BodyViewer::copyBody()
{
    QGuiApplication::clipboard()->setText(m_text ? *m_text : hexText(m_body));
}

void BodyViewer::saveBody()
{
    m_prompts.chooseSaveFile(
        this, tr("Save body"), m_fileName, [this, body = m_body](const QString& path) {
            inBackground(
                this, [path, body] { return write(path, body); },
                [this, path](const QString& error) { showSaved(path, error); });
        });
}

void BodyViewer::showSaved(const QString& path, const QString& error)
{
    m_note->setTone(error.isEmpty() ? Tone::Muted : Tone::Dead);
    m_note->setText(error.isEmpty() ? tr("Saved as %1").arg(path)
                                    : tr("%1 could not be written: %2").arg(path, error));
    m_note->show();
}

} // namespace ui
