using System.Buffers;
using System.Globalization;
using System.Text;
using Codex.Formats.Toml;
using Codex.Platform;

namespace Codex.Configuration.Layers;

/// <summary>Reads configuration files.</summary>
internal static class ConfigFile
{
    private const long LargestLength = 32 << 20;

    /// <summary>The content, or null when there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What an error calls it.</param>
    /// <exception cref="ConfigException">It cannot be read, or is not UTF-8.</exception>
    public static byte[]? Read(string path, string what = "config file")
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestLength })
                throw new ConfigException(ConfigStage.Load, $"Failed to read {what} {path}: larger than {LargestLength >> 20} MiB");
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = Directory.Exists(path) ? Errno.Describe(21) : Errno.Describe(exception);
            throw new ConfigException(ConfigStage.Load, $"Failed to read {what} {path}: {reason}");
        }

        return TomlParser.FindInvalidUtf8(bytes) is >= 0 and var offset
            ? throw new ConfigException(ConfigStage.Load, $"Failed to read {what} {path}: {InvalidUtf8(bytes, offset)}")
            : bytes;
    }

    /// <summary>Parses a file's content.</summary>
    /// <exception cref="ConfigException">It is not TOML.</exception>
    public static TomlTable Parse(string path, byte[] source)
    {
        try
        {
            return TomlParser.Parse(source);
        }
        catch (TomlException exception)
        {
            throw new ConfigException(ConfigStage.Load, new ConfigLocation(path, exception.Span, source), exception.Message) { Cause = exception.Rendered };
        }
    }

    private static string InvalidUtf8(byte[] bytes, int offset) =>
        Rune.DecodeFromUtf8(bytes.AsSpan(offset), out _, out var length) == OperationStatus.NeedMoreData
            ? string.Create(CultureInfo.InvariantCulture, $"incomplete utf-8 byte sequence from index {offset}")
            : string.Create(CultureInfo.InvariantCulture, $"invalid utf-8 sequence of {length} bytes from index {offset}");
}
