using Codex.Configuration.Editing;
using Codex.Configuration.Sections;
using Codex.Formats.Toml;

namespace Codex.Configuration.Trust;

/// <summary>Writes the user's decision about a directory.</summary>
public static class TrustWriter
{
    /// <summary>The directory that a decision is about: the main checkout when there is one, else the directory itself.</summary>
    public static string RootFor(string directory) => RepositoryRoots.FindMainCheckout(directory) ?? directory;

    /// <summary>Sets the decision in <c>config.toml</c> of the directory of Codex.</summary>
    /// <exception cref="ConfigException">The file is not TOML.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static void Write(string codexHome, string directory, TrustLevel level) =>
        ConfigFileEditor.Edit(Path.Join(codexHome, "config.toml"), document =>
        {
            string[] project = ["projects", TrustKeys.For(directory)];
            document.MakeExplicitTable(project);
            document.Set([.. project, "trust_level"], new TomlString(level == TrustLevel.Trusted ? "trusted" : "untrusted"));
        });
}
