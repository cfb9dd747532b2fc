namespace Codex.Configuration.Agents;

/// <summary>What the fields of a role must say.</summary>
internal static class AgentRoleFields
{
    /// <exception cref="AgentRoleException">It is blank.</exception>
    public static string? Description(string? text, string label) =>
        text?.Trim() is not "" and var description ? description : throw new AgentRoleException($"{label} cannot be blank");

    /// <exception cref="AgentRoleException">There are none, or one of them is no name.</exception>
    public static IReadOnlyList<string>? Nicknames(IReadOnlyList<string>? names, string label)
    {
        if (names is null)
            return null;
        if (names.Count == 0)
            throw new AgentRoleException($"{label} must contain at least one name");
        var result = new List<string>(names.Count);
        foreach (var name in names.Select(static name => name.Trim()))
        {
            if (name.Length == 0)
                throw new AgentRoleException($"{label} cannot contain blank names");
            if (result.Contains(name))
                throw new AgentRoleException($"{label} cannot contain duplicates");
            if (!name.All(static c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_'))
                throw new AgentRoleException($"{label} may only contain ASCII letters, digits, spaces, hyphens, and underscores");
            result.Add(name);
        }

        return result;
    }
}
