namespace Codex.Cli.CommandLine;

/// <summary>Checks that need more than one word: values, conflicts, needs.</summary>
internal static class CommandChecks
{
    /// <summary>Checks one value.</summary>
    public static void CheckValue(OptionSpec option, string value)
    {
        if (option.PossibleValues.Length > 0 && Array.IndexOf(option.PossibleValues, value) < 0)
            throw UsageErrors.ImpossibleValue(option, value);
        if (option.Check?.Invoke(value) is { } reason)
            throw UsageErrors.BadValue(option, value, reason);
    }

    /// <summary>Checks what a command was given as a whole.</summary>
    public static void Check(ParsedCommand command)
    {
        foreach (var name in command.Given)
        {
            if (Array.Find(command.Spec.Options, option => option.Long == name) is { } option)
                CheckConflicts(command, option);
        }

        CheckNeeds(command);
    }

    private static void CheckConflicts(ParsedCommand command, OptionSpec option)
    {
        foreach (var name in option.Conflicts)
        {
            if (command.Has(name) && Array.Find(command.Spec.Options, other => other.Long == name) is { } other)
                throw UsageErrors.Conflict(command, option, other.Display);
            if (command.Argument(name) is not null && Array.Find(command.Spec.Arguments, argument => argument.Name == name) is { } word)
                throw UsageErrors.Conflict(command, option, word.Display);
        }
    }

    private static void CheckNeeds(ParsedCommand command)
    {
        List<string> missing = [];
        foreach (var option in command.Spec.Options)
        {
            if (option.Requires is { } needed && command.Has(option.Long) && !command.Has(needed))
                missing.Add(Array.Find(command.Spec.Options, other => other.Long == needed)?.Display ?? $"--{needed}");
        }

        foreach (var argument in command.Spec.Arguments)
        {
            if (argument.Required && command.Argument(argument.Name) is null)
                missing.Add(argument.Display);
        }

        if (missing.Count > 0)
            throw UsageErrors.Missing(command, missing);
    }
}
