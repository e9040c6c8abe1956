#include "editortexts.h"

#include "lessontext.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace ui {

using cmq::scenario::Texts;

EditorTexts::EditorTexts(QObject* parent)
    : QObject(parent)
    , m_language(lessonLanguage())
{
}

void EditorTexts::add(QLineEdit* field, const Texts& texts)
{
    Written written;
    for (const auto& [language, text] : texts)
        written[language] = QString::fromStdString(text);
    m_lines += field;
    field->setText(written[m_language]);
    m_written[field] = std::move(written);
    connect(field, &QLineEdit::textChanged, this,
            [this, field](const QString& text) { keep(field, text); });
}

void EditorTexts::add(QPlainTextEdit* field, const Texts& texts)
{
    addLines(field, {texts});
}

void EditorTexts::addLines(QPlainTextEdit* field, const std::vector<Texts>& lines)
{
    Written written;
    for (const Texts& line : lines) {
        for (const auto& [language, text] : line) {
            QString& all = written[language];
            if (!all.isEmpty())
                all += QChar(u'\n');
            all += QString::fromStdString(text);
        }
    }
    m_texts += field;
    field->setPlainText(written[m_language]);
    m_written[field] = std::move(written);
    connect(field, &QPlainTextEdit::textChanged, this,
            [this, field] { keep(field, field->toPlainText()); });
}

void EditorTexts::keep(const QWidget* field, const QString& text)
{
    m_written[field][m_language] = text;
    emit changed();
}

void EditorTexts::show(const std::string& language)
{
    m_language = language;
    for (QLineEdit* field : m_lines)
        field->setText(m_written[field][language]);
    for (QPlainTextEdit* field : m_texts)
        field->setPlainText(m_written[field][language]);
}

Texts EditorTexts::textsOf(const QWidget* field) const
{
    Texts texts;
    const auto written = m_written.find(field);
    if (written == m_written.end())
        return texts;
    for (const auto& [language, text] : written->second) {
        if (!text.trimmed().isEmpty())
            texts[language] = text.trimmed().toStdString();
    }
    return texts;
}

std::vector<Texts> EditorTexts::linesOf(const QWidget* field) const
{
    std::vector<Texts> lines;
    for (const auto& [language, text] : textsOf(field)) {
        std::size_t number = 0;
        for (const QString& line : QString::fromStdString(text).split(u'\n', Qt::SkipEmptyParts)) {
            if (line.trimmed().isEmpty())
                continue;
            lines.resize(std::max(lines.size(), number + 1));
            lines[number++][language] = line.trimmed().toStdString();
        }
    }
    return lines;
}

} // namespace ui
