using System.Text;
using System.Text.Unicode;
using Codex.Formats.Toml.Parsing;

namespace Codex.Formats.Toml;

/// <summary>Reads TOML into values. Linear in the size of the source; nesting is limited, so hostile input cannot exhaust the stack.</summary>
public static class TomlParser
{
    /// <summary>Parses UTF-8 text; a byte order mark is skipped.</summary>
    /// <exception cref="TomlException">The text is not TOML, not UTF-8, or beyond the limits.</exception>
    public static TomlTable Parse(ReadOnlySpan<byte> source, TomlParseOptions options) => Parse(source, options, observer: null);

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte}, TomlParseOptions)"/>
    public static TomlTable Parse(ReadOnlySpan<byte> source) => Parse(source, TomlParseOptions.Default);

    /// <summary>Parses text held as a string.</summary>
    /// <exception cref="TomlException">The text is not TOML or beyond the limits.</exception>
    public static TomlTable Parse(string source) => Parse(Encoding.UTF8.GetBytes(source));

    /// <summary>The byte offset of the first invalid UTF-8 sequence, or -1.</summary>
    public static int FindInvalidUtf8(ReadOnlySpan<byte> source)
    {
        if (Utf8.IsValid(source))
            return -1;
        var at = 0;
        while (Rune.DecodeFromUtf8(source[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    internal static TomlTable Parse(ReadOnlySpan<byte> source, TomlParseOptions options, ITomlSyntaxObserver? observer)
    {
        if (source.Length > options.MaxBytes)
            throw new TomlException($"document is larger than {options.MaxBytes} bytes", TomlSpan.At(0), source[..1]);
        if (FindInvalidUtf8(source) is >= 0 and var offset)
            throw new TomlException("invalid UTF-8", new TomlSpan(offset, Math.Min(offset + 1, source.Length)), source[..offset]);
        return new TomlStructureParser(source, options, observer).ParseDocument();
    }
}
