#pragma once

#include <QByteArray>
#include <QWidget>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace ui {

class ComposerMenus;
class Drafts;
class Field;
class Label;
class Prompts;
struct VariableValues;

/// Where the body of a message is written: as text, as JSON that is checked while it is typed, as
/// hexadecimal bytes, or from a file; with variables, and with what was kept or sent before.
class BodyComposer final : public QWidget
{
    Q_OBJECT

public:
    enum class Format { Text, Json, Hex, File };

    /// `drafts` and `prompts` outlive us.
    BodyComposer(Drafts& drafts, Prompts& prompts, QWidget* parent = nullptr);

    /// The longest body, in bytes.
    void setLimit(std::int64_t bytes);
    /// A refusal from outside, shown while there is none of our own.
    void setRefusal(const QString& sentence);
    /// Begins with these bytes, as they are: variables in them stand for nothing.
    void setBody(const QByteArray& body);

    /// Why the body cannot be sent; empty if it can. It may be empty of bytes.
    [[nodiscard]] QString error() const { return m_error; }
    /// The body of one message; the same for all without variables.
    [[nodiscard]] QByteArray body(const VariableValues& values) const;
    /// The body as it would be now, for checks.
    [[nodiscard]] const QByteArray& sample() const { return m_sample; }
    [[nodiscard]] bool isTouched() const { return m_isTouched; }

    [[nodiscard]] QPlainTextEdit* edit() const { return m_edit; }

signals:
    void changed();
    /// Something that was sent before shall be written again: its filter, for whoever has one.
    void filterRestored(const QStringList& filter);

private:
    void createLayout();
    void retranslate();
    void setFormat(Format format);
    void check();
    void checkJson();
    void showState();
    [[nodiscard]] Format format() const;
    [[nodiscard]] bool fillsIn() const;
    void chooseFile();
    void indent();
    [[nodiscard]] QByteArray written() const;

    Prompts& m_prompts;
    std::int64_t m_limit = 0;
    Format m_format = Format::Text;
    QString m_fileName;
    QByteArray m_fileBytes;
    QString m_fileError;
    QString m_jsonError;
    QString m_refusal;
    QString m_error;
    QByteArray m_sample;
    int m_generation = 0; // answers about an older text are void
    bool m_isTouched = false;

    QComboBox* m_formatBox;
    QCheckBox* m_fillIn;
    QToolButton* m_indent;
    ComposerMenus* m_menus;
    QPlainTextEdit* m_edit;
    Field* m_field;
    QPushButton* m_choose;
    Label* m_file;
    QWidget* m_fileRow;
    Label* m_preview;
};

} // namespace ui
