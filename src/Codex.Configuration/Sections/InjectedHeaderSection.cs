using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>A header that the proxy adds to a request, with where its value comes from.</summary>
public sealed record InjectedHeaderSection
{
    /// <summary>The header.</summary>
    public string Name { get; init; } = "";

    /// <summary>Environment variable with the value.</summary>
    public string? SecretEnvVar { get; init; }

    /// <summary>File with the value.</summary>
    public string? SecretFile { get; init; }

    /// <summary>Text in front of the value.</summary>
    public string? Prefix { get; init; }

    internal static InjectedHeaderSection Read(TableReader table) => new()
    {
        Name = table.String("name") ?? "",
        SecretEnvVar = table.String("secret_env_var"),
        SecretFile = table.String("secret_file"),
        Prefix = table.String("prefix"),
    };
}
