using Codex.Configuration.Layers;
using Codex.Configuration.Reading;
using Codex.Configuration.Sections;
using Codex.Platform;

namespace Codex.Configuration.Agents;

/// <summary>
/// Finds the roles of sub-agents: in <c>[agents.x]</c> of every layer, and in <c>agents/*.toml</c> beside it. What cannot be used is told
/// and left out.
/// </summary>
internal sealed class AgentRoleLoader(string? homeDirectory, List<ConfigWarning> warnings)
{
    private const string Prefix = "Ignoring malformed agent role definition: ";

    /// <summary>The roles by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, AgentRole> Load(IEnumerable<ConfigLayer> layers)
    {
        var roles = new SortedDictionary<string, AgentRole>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            foreach (var (name, role) in OfLayer(layer))
            {
                var merged = role.Over(roles.GetValueOrDefault(name));
                if (merged.Description is null)
                    Warn($"agent role `{name}` must define a description");
                else
                    roles[name] = merged;
            }
        }

        return roles;
    }

    private SortedDictionary<string, AgentRole> OfLayer(ConfigLayer layer)
    {
        var roles = new SortedDictionary<string, AgentRole>(StringComparer.Ordinal);
        foreach (var (name, section) in Declared(layer).OrderBy(static role => role.Key, StringComparer.Ordinal))
            Try(() => Add(roles, ReadDeclared(name, section)));
        if (layer.Folder is { } folder)
            AddFiles(roles, Path.Join(folder, "agents"), [.. roles.Values.Select(static role => role.ConfigFile).OfType<string>()]);
        return roles;
    }

    private IReadOnlyDictionary<string, AgentRoleSection> Declared(ConfigLayer layer)
    {
        var paths = layer.Folder is { } folder ? new PathResolver(folder, homeDirectory) : null;
        var context = new ReadContext(paths, collectUnknown: false);
        var section = new TableReader(layer.Values, context).Section("agents", "struct AgentsToml", AgentsSection.Read);
        if (context.Problem is null)
            return section?.Roles ?? new Dictionary<string, AgentRoleSection>();
        Warn(context.Problem.Text);
        return new Dictionary<string, AgentRoleSection>();
    }

    private (string Name, AgentRole Role) ReadDeclared(string name, AgentRoleSection section)
    {
        CheckFile(name, section.ConfigFile);
        var role = new AgentRole
        {
            Description = AgentRoleFields.Description(section.Description, $"agents.{name}.description"),
            ConfigFile = section.ConfigFile,
            NicknameCandidates = AgentRoleFields.Nicknames(section.NicknameCandidates, $"agents.{name}.nickname_candidates"),
        };
        if (role.ConfigFile is not { } path)
            return (name, role);
        var file = AgentRoleFile.Read(path, name, homeDirectory);
        return (file.Name, role with { Description = file.Description ?? role.Description, NicknameCandidates = file.NicknameCandidates ?? role.NicknameCandidates });
    }

    private static void CheckFile(string name, string? path)
    {
        if (path is null || File.Exists(path))
            return;
        throw new AgentRoleException(Directory.Exists(path)
            ? $"agents.{name}.config_file must point to a file: {path}"
            : $"agents.{name}.config_file must point to an existing file at {path}: {Errno.Describe(2)}");
    }

    private void AddFiles(SortedDictionary<string, AgentRole> roles, string directory, HashSet<string> declared)
    {
        if (!Directory.Exists(directory))
            return;
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(directory, "*.toml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!declared.Contains(path))
                Try(() => AddFile(roles, found, directory, path));
        }
    }

    private void AddFile(SortedDictionary<string, AgentRole> roles, HashSet<string> found, string directory, string path)
    {
        var file = AgentRoleFile.Read(path, name: null, homeDirectory);
        if (!found.Add(file.Name))
            throw new AgentRoleException($"duplicate agent role name `{file.Name}` discovered in {directory}");
        Add(roles, (file.Name, new AgentRole { Description = file.Description, ConfigFile = path, NicknameCandidates = file.NicknameCandidates }));
    }

    private static void Add(SortedDictionary<string, AgentRole> roles, (string Name, AgentRole Role) role)
    {
        if (!roles.TryAdd(role.Name, role.Role))
            throw new AgentRoleException($"duplicate agent role name `{role.Name}` declared in the same config layer");
    }

    private void Try(Action add)
    {
        try
        {
            add();
        }
        catch (AgentRoleException exception)
        {
            Warn(exception.Message);
        }
    }

    private void Warn(string message) => warnings.Add(new ConfigWarning(Prefix + message));
}
