using System.Globalization;
using Codex.Formats.Toml;

namespace Codex.Configuration;

/// <summary>A place in a configuration file.</summary>
/// <param name="File">Absolute path.</param>
/// <param name="Span">The bytes.</param>
/// <param name="Source">The file's content.</param>
public sealed record ConfigLocation(string File, TomlSpan Span, ReadOnlyMemory<byte> Source)
{
    /// <summary>Line and column, from 1; columns count characters.</summary>
    public TomlPosition Position => TomlPosition.Locate(Source.Span, Span.Start);

    internal string Prefix => string.Create(CultureInfo.InvariantCulture, $"{File}:{Position.Line}:{Position.Column}: ");

    /// <summary>The reason with its place, the source line and carets.</summary>
    public string Render(string reason) => TomlErrorText.RenderFile(File, reason, Span, Source.Span);
}
