#include "tests/suite.h"

#include <QApplication>

int main(int count, char** arguments)
{
    const QApplication application(count, arguments);
    QApplication::setAttribute(Qt::AA_Use96Dpi); // as QTEST_MAIN does
    return suite::run(count, arguments);
}
