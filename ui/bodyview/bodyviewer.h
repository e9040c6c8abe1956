#pragma once

#include "json.h"
#include "propertylist.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QTabWidget;
class QToolButton;
class QTreeView;

namespace ui {

class BodyTextEdit;
class FindBar;
class HexView;
class JsonModel;
class Label;
class Prompts;

/// Shows the body of a message as text, JSON tree or bytes, and the facts about the message. It
/// finds out by itself what the body is; what somebody chose instead holds for the next body of
/// that kind. Anything that takes time with a large body happens off the GUI thread.
class BodyViewer final : public QWidget
{
    Q_OBJECT

public:
    /// `prompts` asks where to save and outlives us.
    BodyViewer(const QString& name, Prompts& prompts, QWidget* parent = nullptr);

    /// `fileName`: suggested when the body is saved.
    void setMessage(const QByteArray& body, const QList<Property>& properties,
                    const QString& fileName);
    /// The facts changed, the body did not.
    void setProperties(const QList<Property>& properties);
    /// Shows that nothing is selected.
    void clear();

    [[nodiscard]] const QByteArray& body() const { return m_body; }

    /// Asks what to look for in the body; Ctrl+F does that, too, while the focus is in here.
    void openFind();
    /// Goes to the next place of what was asked for last (F3, and Shift+F3 back).
    void findNext(bool isBackward);

signals:
    /// The tree or the indented text of a JSON body is there.
    void jsonShown();

protected:
    bool event(QEvent* event) override;

private:
    enum Tab { TextTab, JsonTab, HexTab, PropertiesTab };
    enum class Kind { Text, Json, Binary };
    struct Json
    {
        std::shared_ptr<const JsonText> text;
        QString indented;
    };

    void createActions();
    void createLayout();
    void connectFind();
    void retranslate();
    void setKind(Kind kind);
    void readJsonLater();
    void showJson(const Json& json);
    void showText();
    void copyBody();
    void saveBody();
    void showSaved(const QString& path, const QString& error);

    Prompts& m_prompts;
    QByteArray m_body;
    QString m_fileName;
    std::optional<QString> m_text;
    QString m_indented;
    Kind m_kind = Kind::Text;
    bool m_hasMessage = false;
    int m_generation = 0; // answers for an older body are void
    int m_preferredTab[3] = {TextTab, JsonTab, HexTab};

    Label* m_caption;
    Label* m_note;
    QTabWidget* m_tabs;
    BodyTextEdit* m_textEdit;
    QTreeView* m_tree;
    JsonModel* m_model;
    HexView* m_hex;
    PropertyList* m_properties;
    FindBar* m_find;
    QAction* m_indent;
    QAction* m_copy;
    QAction* m_save;
};

} // namespace ui
