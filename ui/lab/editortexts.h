#pragma once

#include "scenario/scenario.h"

#include <QList>
#include <QObject>
#include <QString>

#include <map>
#include <string>
#include <vector>

class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace ui {

/// Text fields whose texts are written in several languages, of which one is shown at a time.
class EditorTexts final : public QObject
{
    Q_OBJECT

public:
    explicit EditorTexts(QObject* parent);

    /// The fields are somebody else's and outlive us.
    void add(QLineEdit* field, const cmq::scenario::Texts& texts = {});
    void add(QPlainTextEdit* field, const cmq::scenario::Texts& texts = {});
    /// A text on each line.
    void addLines(QPlainTextEdit* field, const std::vector<cmq::scenario::Texts>& lines);

    /// Shows another language: the code of a scenario file.
    void show(const std::string& language);

    /// What is written in a field, in each language that has anything.
    [[nodiscard]] cmq::scenario::Texts textsOf(const QWidget* field) const;
    /// The same of a field with a text on each line: the n-th lines belong together.
    [[nodiscard]] std::vector<cmq::scenario::Texts> linesOf(const QWidget* field) const;

signals:
    void changed();

private:
    using Written = std::map<std::string, QString>; // by language
    void keep(const QWidget* field, const QString& text);

    std::string m_language;
    std::map<const QWidget*, Written> m_written;
    QList<QLineEdit*> m_lines;
    QList<QPlainTextEdit*> m_texts;
};

} // namespace ui
