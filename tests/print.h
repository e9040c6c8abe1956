#pragma once

#include <QTest>

#include <string>

// What makes QCOMPARE say what it compared.
namespace QTest {
template <>
inline char* toString(const std::string& text)
{
    return qstrdup(text.c_str());
}
} // namespace QTest
