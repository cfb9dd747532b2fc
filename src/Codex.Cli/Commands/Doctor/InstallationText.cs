using Codex.Execution.Installation;

namespace Codex.Cli.Commands.Doctor;

/// <summary>How the program came to this machine, in the words of the report.</summary>
internal static class InstallationText
{
    /// <summary>The method in a word or two.</summary>
    public static string NameOf(InstallContext installation) => installation.Method == InstallMethod.Other ? "local build" : Word(installation);

    /// <summary>What an update would do.</summary>
    public static string UpdateAction(InstallContext installation) => installation.Method switch
    {
        InstallMethod.Standalone => "standalone installer",
        InstallMethod.Other => "manual or unknown",
        var method => UpdateCommand.For(method)!.Text,
    };

    /// <summary>The method with its directories.</summary>
    public static string Describe(InstallContext installation)
    {
        var places = installation switch
        {
            { Package: { } package } => $"package {package.Root}, bin {Path.Join(package.Root, "bin")}, resources {package.Resources ?? "none"}, path {package.SearchPath ?? "none"}",
            { Release: { } release } => $"release {release}, resources {installation.ReleaseResources ?? "none"}",
            _ => null,
        };
        if (places is null)
            return Word(installation);
        return installation.Method == InstallMethod.Standalone
            ? $"{Word(installation)} ({(OperatingSystem.IsWindows() ? "windows" : "unix")}, {places})"
            : $"{Word(installation)} ({places})";
    }

    private static string Word(InstallContext installation) => installation.Method.ToString().ToLowerInvariant();
}
