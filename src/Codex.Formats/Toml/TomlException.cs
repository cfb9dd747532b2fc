namespace Codex.Formats.Toml;

/// <summary>A text is not TOML. <see cref="Exception.Message"/> is the bare reason, without a place.</summary>
public sealed class TomlException : Exception
{
    internal TomlException(string message, TomlSpan span, ReadOnlySpan<byte> source)
        : base(message)
    {
        Span = span;
        Position = TomlPosition.Locate(source, span.Start);
        Rendered = TomlErrorText.Render(message, span, source);
    }

    /// <summary>Where the error is, in bytes.</summary>
    public TomlSpan Span { get; }

    /// <summary>Where the error starts, as people count.</summary>
    public TomlPosition Position { get; }

    /// <summary>The reason with its place, the source line and a caret run, as the original shows errors of texts that are not files.</summary>
    public string Rendered { get; }
}
