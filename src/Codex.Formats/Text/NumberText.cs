using System.Globalization;

namespace Codex.Formats.Text;

/// <summary>Numbers for people: thousands separators and three significant digits with a suffix.</summary>
public static class NumberText
{
    private static readonly (double Scale, string Suffix)[] s_units = [(1e3, "K"), (1e6, "M"), (1e9, "G")];

    /// <summary><c>12345</c> as <c>12,345</c>.</summary>
    public static string WithSeparators(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>
    /// Three significant digits: <c>999</c>, <c>1.20K</c>, <c>12.3M</c>, <c>123G</c>; from 1000G on whole G. Negative values read as 0.
    /// </summary>
    public static string WithSuffix(long value)
    {
        if (value < 1000)
            return Math.Max(0, value).ToString(CultureInfo.InvariantCulture);
        foreach (var (scale, suffix) in s_units)
        {
            var digits = FractionDigits(value / scale);
            if (digits >= 0)
                return Rounded(value / scale, digits).ToString("F" + digits, CultureInfo.InvariantCulture) + suffix;
        }

        return WithSeparators((long)Rounded(value / 1e9, 0)) + "G";
    }

    // The most fraction digits that keep the rounded number at three digits in all; -1 when even none do.
    private static int FractionDigits(double scaled)
    {
        for (var digits = 2; digits >= 0; digits--)
        {
            if (Math.Round(Math.Pow(10, digits) * scaled, MidpointRounding.AwayFromZero) < 1000)
                return digits;
        }

        return -1;
    }

    private static double Rounded(double value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero);
}
