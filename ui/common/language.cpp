#include "language.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

using namespace Qt::StringLiterals;

Language::Language(QObject* parent)
    : QObject(parent)
{
}

bool Language::isChinese() const
{
    if (m_mode == LanguageMode::System)
        return QLocale::system().language() == QLocale::Chinese;
    return m_mode == LanguageMode::Chinese;
}

void Language::setMode(LanguageMode mode)
{
    m_mode = mode;
    const QString file =
        isChinese() ? u":/translations/cmq_zh_CN.qm"_s : u":/translations/cmq_en.qm"_s;
    if (m_translator.filePath() == file)
        return;
    // Loading into an installed translator tells the widgets, too; once is enough.
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(file))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace ui
