namespace Codex.Formats.Toml.Parsing;

/// <summary>Parses the four date and time forms. After a failure <see cref="Error"/> holds the original's message.</summary>
internal ref struct TomlDateTimeParser(ReadOnlySpan<byte> text, TomlVersion version)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    public string? Error { get; private set; }

    private readonly bool AtEnd => _at >= _text.Length;

    public TomlDateTime? Parse()
    {
        DateOnly? date = null;
        (int, int, int)? time = null;
        int? offset = null;
        var nanoseconds = 0;
        var yearZero = false;
        if (_text.IndexOf((byte)':') is var colon && (colon < 0 || _text.IndexOf((byte)'-') is >= 0 and var dash && dash < colon))
        {
            date = ParseDate(out yearZero);
            if (date is null)
                return null;
            if (AtEnd)
                return new TomlDateTime { Date = date, IsYearZero = yearZero };
            if (_text[_at] is not ((byte)'T' or (byte)'t' or (byte)' '))
                return Fail("invalid date-time, expected `T` between date and time");
            _at++;
        }

        time = ParseTime(out nanoseconds);
        if (time is null)
            return null;
        if (!AtEnd)
        {
            if (date is null)
                return Fail("invalid datetime");
            offset = ParseOffset();
            if (offset is null)
                return null;
        }

        return AtEnd
            ? new TomlDateTime { Date = date, Time = time, Nanoseconds = nanoseconds, OffsetMinutes = offset, IsYearZero = yearZero }
            : Fail("invalid datetime");
    }

    private TomlDateTime? Fail(string message)
    {
        Error ??= message;
        return null;
    }

    private DateOnly? ParseDate(out bool yearZero)
    {
        yearZero = false;
        if (!Field("invalid date", "year", "four-digit year (YYYY)", 4, out var year) || !Expect('-', "invalid date, expected `-` (MM-DD)")
            || !Field("invalid date", "month", "two-digit month (MM)", 2, out var month)
            || !Expect('-', "invalid date, expected `-` (MM-DD)") || !Field("invalid date", "day", "two-digit day (DD)", 2, out var day))
            return null;
        yearZero = year == 0;
        var calendarYear = yearZero ? 4 : year;
        if (month is < 1 or > 12)
            return FailDate("invalid date, expected month between 01 and 12");
        var days = DateTime.DaysInMonth(calendarYear, month);
        return day < 1 || day > days
            ? FailDate($"invalid date, expected day between 01 and {days:D2}")
            : new DateOnly(calendarYear, month, day);
    }

    private DateOnly? FailDate(string message)
    {
        Error ??= message;
        return null;
    }

    private (int, int, int)? ParseTime(out int nanoseconds)
    {
        nanoseconds = 0;
        var second = 0;
        if (!Field("invalid time", "hour", "two-digit hour (HH)", 2, out var hour, followedByColon: true) || !Expect(':', "invalid time, expected `:` (HH:MM)")
            || !Field("invalid time", "minute", "two-digit minute (MM)", 2, out var minute))
            return null;
        if (version == TomlVersion.V10 || (!AtEnd && _text[_at] == ':'))
        {
            if (!Expect(':', "invalid time, expected `:` (MM:SS)")
                || !Field("invalid time", "second", "two-digit second (SS)", 2, out second) || !Fraction(out nanoseconds))
                return null;
        }

        if (hour > 23)
            Error ??= "invalid time, expected hour between 00 and 23";
        else if (minute > 59)
            Error ??= "invalid time, expected minute between 00 and 59";
        else if (second > 60)
            Error ??= "invalid time, expected second between 00 and 60";
        return Error is null ? (hour, minute, second) : null;
    }

    private bool Fraction(out int nanoseconds)
    {
        nanoseconds = 0;
        if (AtEnd || _text[_at] != '.')
            return true;
        var start = ++_at;
        for (; !AtEnd && char.IsAsciiDigit((char)_text[_at]); _at++)
        {
            if (_at - start < 9)
                nanoseconds = (nanoseconds * 10) + _text[_at] - '0';
        }

        if (_at == start)
            Error ??= "invalid time, expected nanosecond";
        for (var digits = _at - start; digits < 9; digits++)
            nanoseconds *= 10;
        return Error is null;
    }

    private int? ParseOffset()
    {
        if (_text[_at] is (byte)'Z' or (byte)'z')
        {
            _at++;
            return 0;
        }

        if (_text[_at] is not ((byte)'+' or (byte)'-'))
        {
            Error ??= "invalid offset, expected `Z`, +OFFSET, -OFFSET";
            return null;
        }

        var sign = _text[_at++] == '-' ? -1 : 1;
        if (!Field("invalid offset", "hour", "two-digit hour (HH)", 2, out var hours, followedByColon: true) || !Expect(':', "invalid offset, expected `:` (HH:MM)")
            || !Field("invalid offset", "minute", "two-digit minute (MM)", 2, out var minutes))
            return null;
        if (hours > 23)
            Error ??= "invalid offset, expected hours between 00 and 23";
        else if (minutes > 59)
            Error ??= "invalid offset, expected minutes between 00 and 59";
        return Error is null ? sign * ((hours * 60) + minutes) : null;
    }

    private bool Field(string what, string name, string form, int digits, out int value, bool followedByColon = false)
    {
        value = 0;
        var start = _at;
        for (; !AtEnd && char.IsAsciiDigit((char)_text[_at]) && _at - start <= 9; _at++)
            value = (value * 10) + _text[_at] - '0';
        if (_at == start)
            Error ??= $"{what}, expected {name}";
        else if (_at - start != digits && !(followedByColon && AtEnd))
            Error ??= $"{what}, expected a {form}";
        return Error is null;
    }

    private bool Expect(char separator, string message)
    {
        if (!AtEnd && _text[_at] == separator)
        {
            _at++;
            return true;
        }

        Error ??= message;
        return false;
    }
}
