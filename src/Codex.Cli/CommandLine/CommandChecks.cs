namespace Codex.Cli.CommandLine;

/// <summary>Checks that need more than one word: values, conflicts, needs.</summary>
internal static class CommandChecks
{
    /// <summary>Checks one value of an option.</summary>
    public static void CheckValue(OptionSpec option, string value)
    {
        if (value.Length == 0 && option.Kind is ValueKind.Path or ValueKind.Directory)
            throw UsageErrors.MissingValue(option);
        if (option.PossibleValues.Length > 0 && Array.IndexOf(option.PossibleValues, value) < 0)
            throw UsageErrors.ImpossibleValue(option.Display, option.PossibleValues, value);
        if (option.Check?.Invoke(value) is { } reason)
            throw UsageErrors.BadValue(option, value, reason);
    }

    /// <summary>Checks one word of an argument.</summary>
    public static void CheckValue(ArgumentSpec argument, string value)
    {
        if (argument.PossibleValues.Length > 0 && Array.IndexOf(argument.PossibleValues, value) < 0)
            throw UsageErrors.ImpossibleValue(argument.Display, argument.PossibleValues, value);
    }

    /// <summary>Checks what a command was given as a whole.</summary>
    public static void Check(ParsedCommand command)
    {
        foreach (var name in command.Given)
        {
            var others = command.Given.FindAll(other => Excludes(command, name, other) || Excludes(command, other, name));
            if (others.Count > 0)
                throw UsageErrors.Conflict(command, name, others);
        }

        CheckNeeds(command);
    }

    private static bool Excludes(ParsedCommand command, string name, string other)
    {
        var group = command.Spec.RequiredGroup;
        return name != other && ((group.Contains(name) && group.Contains(other)) || (command.FindOption(name)?.Conflicts.Contains(other) ?? false));
    }

    private static void CheckNeeds(ParsedCommand command)
    {
        List<string> names = [];
        List<string> missing = [];
        AddOptions(command, names, missing);
        if (command.Spec.RequiredGroup is not [] and var group && !Array.Exists(group, member => IsGiven(command, member)))
            missing.Add(GroupDisplay(command));
        foreach (var argument in command.Spec.Arguments)
        {
            if (!argument.Required || command.Argument(argument.Name) is not null)
                continue;
            names.Add(argument.Name);
            missing.Add(argument.RequiredDisplay);
        }

        if (missing.Count > 0)
            throw UsageErrors.Missing(command, missing, names);
        CheckNeedsOfGroup(command);
    }

    private static void AddOptions(ParsedCommand command, List<string> names, List<string> missing)
    {
        foreach (var option in command.Spec.Options)
        {
            if (option.Required && !command.Has(option.Long))
                Add(option.Long);
        }

        foreach (var given in command.Given)
            AddNeeds(given);

        void AddNeeds(string given)
        {
            foreach (var needed in command.FindOption(given)?.Requires ?? [])
            {
                AddNeeds(needed);
                if (!command.Has(needed) && !command.Spec.RequiredGroup.Contains(needed) && !names.Contains(needed))
                    Add(needed);
            }
        }

        void Add(string name)
        {
            names.Add(name);
            missing.Add(command.FindOption(name)!.Display);
        }
    }

    // What a member of the group is needed for is found out only when the group itself is satisfied by another member.
    private static void CheckNeedsOfGroup(ParsedCommand command)
    {
        foreach (var given in command.Given)
        {
            foreach (var needed in command.FindOption(given)?.Requires ?? [])
            {
                if (!command.Has(needed))
                    throw UsageErrors.MissingForRoot(command, needed);
            }
        }
    }

    private static bool IsGiven(ParsedCommand command, string name) => command.Has(name) || command.Argument(name) is not null;

    private static string GroupDisplay(ParsedCommand command) =>
        $"<{string.Join('|', Array.ConvertAll(command.Spec.RequiredGroup, name => command.FindOption(name)?.Display ?? name))}>";
}
