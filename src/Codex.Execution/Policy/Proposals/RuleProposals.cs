using System.Collections.Immutable;
using Codex.Execution.Policy.Classification;
using Codex.Execution.Policy.Rules.Amendments;
using Codex.Formats.Bash;

namespace Codex.Execution.Policy.Proposals;

/// <summary>
/// Finds the rule that somebody who approves a command most likely means, through changes of directory, harmless variables, commands
/// that only read, and wrappers that only limit or time. In doubt there is none: a rule never covers another program, another
/// subcommand, or anything that a shell would put together first.
/// </summary>
public static class RuleProposals
{
    private const int DeepestScript = 3;

    /// <summary>The proposal; pure.</summary>
    /// <param name="command">The program and its arguments as they are to run.</param>
    public static RuleProposal For(IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var search = new Search();
        search.Visit(command, depth: 0);
        return search.Conclude();
    }

    private static RuleProposal Generalize(IReadOnlyList<string> words, ImmutableArray<string>.Builder notes)
    {
        ImmutableArray<string> prefix = [.. words.Take(Subcommands.PrefixLength(words))];
        if (BannedPrefixes.Contains(prefix))
        {
            return RuleProposal.Refused($"`{ShellQuoting.Join(prefix)}` can run any other program.");
        }

        notes.Insert(0, prefix.Length < words.Count
            ? $"Every command that starts with `{ShellQuoting.Join(prefix)}` will run without a question, outside of the sandbox."
            : $"`{ShellQuoting.Join(prefix)}` will run without a question, outside of the sandbox, also with more arguments behind it.");
        return new RuleProposal(prefix, notes.ToImmutable());
    }

    /// <summary>One walk through a command.</summary>
    private sealed class Search
    {
        private readonly ImmutableArray<string>.Builder _notes = ImmutableArray.CreateBuilder<string>();
        private IReadOnlyList<string>? _main;
        private string? _refusal;

        public RuleProposal Conclude() => (_refusal, _main) switch
        {
            ({ } reason, _) => RuleProposal.Refused(reason),
            (_, null) => RuleProposal.Refused("The command only reads and needs no rule."),
            (_, { } words) => Generalize(words, _notes),
        };

        public void Visit(IReadOnlyList<string> words, int depth)
        {
            if (ShellScripts.ScriptOf(words) is { } script)
            {
                VisitScript(script, depth + 1);
            }
            else if (words.Count is 0 || words[0].Length is 0)
            {
                _refusal ??= "There is no program.";
            }
            else if (Wrappers.LengthOf(words) is > 0 and var length)
            {
                _notes.Add($"`{ShellQuoting.Join(words.Take(length))}` is not part of the rule: it only limits how the command runs.");
                Visit([.. words.Skip(length)], depth);
            }
            else
            {
                Choose(words);
            }
        }

        private void VisitScript(string text, int depth)
        {
            if (depth > DeepestScript || BashScript.Parse(text) is not { Statements.Length: > 0 } script)
            {
                _refusal ??= "The script cannot be taken apart.";
                return;
            }

            foreach (var statement in script.Statements)
            {
                if (statement.Connector is BashConnector.Background || statement.Pipeline.IsNegated)
                {
                    _refusal ??= "The script runs commands in the background or turns their results around.";
                }

                foreach (var command in statement.Pipeline.Commands)
                {
                    VisitCommand(command, depth);
                }
            }
        }

        private void VisitCommand(BashCommand command, int depth)
        {
            if (command is not BashCommand.Simple { Words.Length: > 0 } simple)
            {
                _refusal ??= "The script branches, groups or only sets variables.";
                return;
            }

            var words = simple.Words.Select(static word => word.PlainText).ToArray();
            if (Array.Exists(words, static word => word is null || word.Contains('\\', StringComparison.Ordinal)))
            {
                _refusal ??= "A shell puts parts of the command together while it runs.";
            }
            else if (!simple.Redirections.All(Redirections.AreHarmless))
            {
                _refusal ??= "The command redirects its input or output to files.";
            }
            else if (simple.Assignments.FirstOrDefault(static word => !HarmlessVariables.IsHarmless(word)) is { } variable)
            {
                _refusal ??= $"`{variable.Raw}` can change what the command does.";
            }
            else
            {
                _notes.AddRange(simple.Assignments.Select(static word => $"`{word.Raw}` is not part of the rule."));
                Visit(words!, depth);
            }
        }

        private void Choose(IReadOnlyList<string> words)
        {
            var shown = ShellQuoting.Join(words);
            if (words is ["cd", ..])
            {
                _notes.Add($"`{shown}` only changes the directory.");
            }
            else if (SafeCommands.Contains(words))
            {
                _notes.Add($"`{shown}` only reads and needs no rule.");
            }
            else if (DangerousCommands.Contains(words) || Wrappers.RunsOtherPrograms(words))
            {
                _refusal ??= $"`{shown}` can run or destroy anything: it is to be asked about every time.";
            }
            else if (_main is not null && !_main.SequenceEqual(words))
            {
                _refusal ??= $"Several commands need a rule, `{ShellQuoting.Join(_main)}` and `{shown}` among them.";
            }
            else
            {
                _main = words;
            }
        }
    }
}
