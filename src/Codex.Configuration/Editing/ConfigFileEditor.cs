using Codex.Configuration.Environment;
using Codex.Configuration.Layers;
using Codex.Formats.Toml;
using Codex.Platform.Files;

namespace Codex.Configuration.Editing;

/// <summary>
/// Changes configuration files: through links, in one step, readable by the owner only. Writers take turns, across processes, and each reads
/// the file anew, so that no change is lost. All that writes configuration goes through here.
/// </summary>
public static class ConfigFileEditor
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Applies changes to a file, which is made when it is not there. Nothing is written when nothing changed.</summary>
    /// <param name="path">The file; a link to it will do.</param>
    /// <param name="change">Makes the changes; several of them are written as one.</param>
    /// <returns>Whether the file changed.</returns>
    /// <exception cref="ConfigException">The file is not TOML, or others were changing it for a long time.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static bool Edit(string path, Action<TomlDocument> change)
    {
        var target = CanonicalPath.Resolve(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var turn = ConfigFileTurn.Take(target, s_patience);
        var source = ConfigFile.Read(target) ?? [];
        var document = Parse(target, source);
        change(document);
        var content = document.ToUtf8();
        if (content.AsSpan().SequenceEqual(source))
            return false;
        FileReplacement.Write(target, content, OperatingSystem.IsWindows() ? null : OwnerOnly);
        return true;
    }

    private static TomlDocument Parse(string path, byte[] source)
    {
        try
        {
            return TomlDocument.Parse(source);
        }
        catch (TomlException exception)
        {
            throw new ConfigException(ConfigStage.Load, new ConfigLocation(path, exception.Span, source), exception.Message) { Cause = exception.Rendered };
        }
    }
}
