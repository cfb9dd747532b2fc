using Codex.Configuration.Reading;
using Codex.Configuration.Sections;
using Codex.Formats.Toml;
using Codex.Platform;

namespace Codex.Configuration.Agents;

/// <summary>A file that holds a role: its description, and configuration for its agents.</summary>
/// <param name="Name">The role's name.</param>
/// <param name="Description">What the role is for.</param>
/// <param name="NicknameCandidates">Names for its agents.</param>
internal sealed record AgentRoleFile(string Name, string? Description, IReadOnlyList<string>? NicknameCandidates)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; absolute.</param>
    /// <param name="name">The name under which it was declared; null when it has to name itself.</param>
    /// <param name="homeDirectory">The user's home directory.</param>
    /// <exception cref="AgentRoleException">It cannot be used.</exception>
    public static AgentRoleFile Read(string path, string? name, string? homeDirectory)
    {
        var values = Parse(path);
        var context = new ReadContext(new PathResolver(Path.GetDirectoryName(path)!, homeDirectory), collectUnknown: true);
        var fields = TableReader.Read(values, context, static table => new
        {
            Name = table.String("name"),
            Description = table.String("description"),
            Nicknames = table.Strings("nickname_candidates"),
            Settings = table.Flattened(ConfigSettings.Read),
        });
        if (context.Problem is { } problem)
            throw Unusable(path, "deserialize", problem.Text);
        if (context.FirstUnknown is [var unknown])
            throw Unusable(path, "deserialize", $"unknown field `{unknown}`\n");
        var description = AgentRoleFields.Description(fields.Description, $"agent role file {path}.description");
        CheckInstructions(path, fields.Settings.DeveloperInstructions, isRequired: name is null);
        var ownName = fields.Name?.Trim() is { Length: > 0 } given ? given : name;
        return new AgentRoleFile(
            ownName ?? throw new AgentRoleException($"agent role file at {path} must define a non-empty `name`"),
            description,
            AgentRoleFields.Nicknames(fields.Nicknames, $"agent role file {path}.nickname_candidates"));
    }

    private static TomlTable Parse(string path)
    {
        try
        {
            return TomlParser.Parse(File.ReadAllBytes(path));
        }
        catch (TomlException exception)
        {
            throw Unusable(path, "parse", exception.Rendered);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AgentRoleException(Errno.Describe(exception));
        }
    }

    private static void CheckInstructions(string path, string? instructions, bool isRequired)
    {
        if (instructions is not null && string.IsNullOrWhiteSpace(instructions))
            throw new AgentRoleException($"agent role file at {path}.developer_instructions cannot be blank");
        if (instructions is null && isRequired)
            throw new AgentRoleException($"agent role file at {path} must define `developer_instructions`");
    }

    private static AgentRoleException Unusable(string path, string step, string reason) => new($"failed to {step} agent role file at {path}: {reason}");
}
