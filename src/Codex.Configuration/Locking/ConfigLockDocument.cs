using Codex.Configuration.Layers;
using Codex.Configuration.Reading;
using Codex.Configuration.Resolved;
using Codex.Configuration.Sections;
using Codex.Formats.Toml;
using Codex.Platform;

namespace Codex.Configuration.Locking;

/// <summary>A lock file: the configuration of a session with everything resolved (<c>core/src/config_lock.rs</c>).</summary>
/// <param name="CodexVersion">The program that wrote it.</param>
/// <param name="Config">Its values, in the form in which they are compared.</param>
internal sealed record ConfigLockDocument(string CodexVersion, TomlTable Config)
{
    /// <summary>The program that this one is compatible with.</summary>
    public const string CurrentVersion = "0.136.0";

    private const long Version = 1;

    /// <exception cref="ConfigException">The file cannot be read, or is no lock file.</exception>
    public static ConfigLockDocument Read(string path)
    {
        var source = ReadSource(path);
        var document = Parse(path, source);
        var context = new ReadContext(paths: null, collectUnknown: false, isFromText: true);
        var (version, codexVersion) = ReadHead(document, context);
        if (context.Problem is { } problem)
            throw Unparsable(path, TomlErrorText.Render(problem.Message, Place(document, problem), source));
        ((TomlTable)document["config"]).Remove("debug");
        return version == Version
            ? new ConfigLockDocument(codexVersion, ResolvedForm.Of((TomlTable)document["config"]))
            : throw new ConfigException(ConfigStage.Build, $"unsupported config lock version {version}; expected {Version}");
    }

    /// <summary>The file's text.</summary>
    public string Format() => TomlPrettyText.Format(new TomlTable
    {
        ["version"] = new TomlInteger(Version),
        ["codex_version"] = new TomlString(CodexVersion),
        ["config"] = Config,
    });

    private static (long Version, string CodexVersion) ReadHead(TomlTable document, ReadContext context)
    {
        var reader = new TableReader(document, context);
        if (document.IndexOf("version") < 0)
            reader.Missing("version");
        var version = reader.Integer("version", IntegerKind.U32) ?? 0;
        var codexVersion = reader.RequiredString("codex_version");
        if (document.IndexOf("config") < 0)
            reader.Missing("config");
        reader.Section("config", "struct ConfigToml", ConfigSettings.Read);
        return (version, codexVersion);
    }

    // What is missing in the document as a whole is missing at its start.
    private static TomlSpan Place(TomlTable document, ConfigProblem problem) =>
        problem.Location.Count == 0 ? default : SourcePlaces.OfValue(document, problem.Location) ?? default;

    private static byte[] ReadSource(string path)
    {
        try
        {
            var source = File.ReadAllBytes(path);
            return TomlParser.FindInvalidUtf8(source) < 0
                ? source
                : throw new ConfigException(ConfigStage.Build, $"failed to read config lock file {path}: stream did not contain valid UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = Directory.Exists(path) ? Errno.Describe(21) : Errno.Describe(exception);
            throw new ConfigException(ConfigStage.Build, $"failed to read config lock file {path}: {reason}");
        }
    }

    private static TomlTable Parse(string path, byte[] source)
    {
        try
        {
            return TomlParser.Parse(source);
        }
        catch (TomlException exception)
        {
            throw Unparsable(path, exception.Rendered);
        }
    }

    private static ConfigException Unparsable(string path, string reason) =>
        new(ConfigStage.Build, $"failed to parse config lock file {path}: {reason}");
}
