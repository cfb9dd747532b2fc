using Codex.Configuration.Editing;
using Codex.Storage.Rollouts;

namespace Codex.Storage.Migrations;

/// <summary>
/// Who talked with an agent before there were personalities keeps the manner that it had then. Done once in a home, by the app-server and
/// the terminal interface at their start; not by <c>codex exec</c> (<c>core/src/personality_migration.rs</c>).
/// </summary>
/// <param name="codexHome">The home.</param>
public sealed class PersonalityMigration(string codexHome)
{
    private const string Personality = "pragmatic";
    private readonly string _marker = Path.Join(codexHome, ".personality_migration");

    /// <summary>Writes the personality to the user's configuration when there are earlier conversations and none is chosen.</summary>
    /// <param name="chosen">What the layers of the configuration choose; null when they choose nothing.</param>
    /// <returns>Whether the configuration changed, and has to be loaded anew.</returns>
    /// <exception cref="Configuration.ConfigException">The user's file is not TOML; it is left as it is, and the migration is still to be done.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be written.</exception>
    public bool Run(string? chosen)
    {
        if (File.Exists(_marker))
            return false;
        var isNeeded = chosen is null && new RolloutLocator(codexHome).HasConversations();
        if (isNeeded)
            ConfigFileEditor.Edit(Path.Join(codexHome, "config.toml"), static document => ModelEdits.SetPersonality(document, Personality));
        Mark();
        return isNeeded;
    }

    // Another process may have been quicker.
    private void Mark()
    {
        try
        {
            using var marker = new FileStream(_marker, FileMode.CreateNew, FileAccess.Write);
            marker.Write("v1\n"u8);
        }
        catch (IOException) when (File.Exists(_marker))
        {
        }
    }
}
