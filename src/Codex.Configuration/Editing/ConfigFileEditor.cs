using Codex.Configuration.Environment;
using Codex.Configuration.Layers;
using Codex.Formats.Toml;
using Codex.Platform.Files;

namespace Codex.Configuration.Editing;

/// <summary>Changes configuration files: through links, in one step, readable by the owner only.</summary>
public static class ConfigFileEditor
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Applies changes to a file, which is made when it is not there. Nothing is written when nothing changed.</summary>
    /// <exception cref="ConfigException">The file is not TOML.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static void Edit(string path, Action<TomlDocument> change)
    {
        var target = CanonicalPath.Resolve(path);
        var source = ConfigFile.Read(target) ?? [];
        var document = Parse(target, source);
        change(document);
        var content = document.ToUtf8();
        if (content.AsSpan().SequenceEqual(source))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        FileReplacement.Write(target, content, OperatingSystem.IsWindows() ? null : OwnerOnly);
    }

    private static TomlDocument Parse(string path, byte[] source)
    {
        try
        {
            return TomlDocument.Parse(source);
        }
        catch (TomlException exception)
        {
            throw new ConfigException(ConfigStage.Load, new ConfigLocation(path, exception.Span, source), exception.Message);
        }
    }
}
