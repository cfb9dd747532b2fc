using Codex.Platform.Environment;
using Codex.TestSupport.Files;

namespace Codex.Configuration.Tests;

/// <summary>A directory of Codex with a configuration, and a working directory beside it.</summary>
internal sealed class ConfigHome : IDisposable
{
    private readonly TempDirectory _directory = new();

    public ConfigHome(string? toml = null)
    {
        Root = _directory.Create("home");
        WorkingDirectory = _directory.Create("work");
        if (toml is not null)
            _directory.Write("home/config.toml", toml);
    }

    /// <summary>The directory of Codex.</summary>
    public string Root { get; }

    public string WorkingDirectory { get; }

    public string UserFile => Path.Combine(Root, "config.toml");

    public Dictionary<string, string> Variables { get; } = [];

    public string Write(string relative, string text) => _directory.Write(relative, text);

    public string Create(string relative) => _directory.Create(relative);

    public string this[string relative] => _directory[relative];

    public HostEnvironment Host => new()
    {
        Variables = Variables,
        CurrentDirectory = WorkingDirectory,
        HomeDirectory = _directory["user"],
        TemporaryDirectory = Path.GetTempPath(),
        ExecutablePath = "/codex",
    };

    public ConfigLoadRequest Request => new()
    {
        Host = Host,
        CodexHome = Root,
        WorkingDirectory = WorkingDirectory,
        SystemPaths = new SystemConfigPaths(_directory["etc/config.toml"], _directory["etc/managed_config.toml"], _directory["etc/requirements.toml"]),
    };

    public LoadedConfig Load(params string[] overrides) => ConfigLoader.Load(Request with { Overrides = overrides });

    /// <summary>What exec would print for these options, or null when the configuration can be used.</summary>
    public string? ErrorOf(params string[] arguments)
    {
        try
        {
            ConfigLoader.Load(Parse(arguments));
            return null;
        }
        catch (ConfigException exception)
        {
            return exception.RenderForExec();
        }
    }

    public void Dispose() => _directory.Dispose();

    private ConfigLoadRequest Parse(string[] arguments)
    {
        var overrides = new List<string>();
        var enabled = new List<string>();
        var disabled = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            _ = arguments[i] switch
            {
                "-c" => Add(overrides, arguments[++i]),
                "--enable" => Add(enabled, arguments[++i]),
                "--disable" => Add(disabled, arguments[++i]),
                _ => 0,
            };
        }

        return Request with
        {
            Overrides = overrides,
            EnabledFeatures = enabled,
            DisabledFeatures = disabled,
            Strict = arguments.Contains("--strict-config"),
            Harness = new ConfigHarnessOverrides { UseOssProvider = arguments.Contains("--oss") },
        };
    }

    private static int Add(List<string> list, string value)
    {
        list.Add(value);
        return list.Count;
    }
}
