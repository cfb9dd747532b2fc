namespace Codex.Formats.Toml.Parsing;

/// <summary>
/// Keeps the first error of meaning (an escape, a number, a duplicate key). Errors of structure are thrown at once and win,
/// because the original reads the whole structure before it looks at values.
/// </summary>
internal sealed class TomlErrorSink
{
    private string? _message;
    private TomlSpan _span;

    public void Report(string message, TomlSpan span)
    {
        if (_message is not null)
            return;
        _message = message;
        _span = span;
    }

    public void ThrowIfAny(ReadOnlySpan<byte> source)
    {
        if (_message is not null)
            throw new TomlException(_message, _span, source);
    }
}
