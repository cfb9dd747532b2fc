using System.Diagnostics;
using System.Globalization;
using Codex.Execution.Policy.Rules.Loading;
using Codex.Formats.Bash;
using Codex.Formats.Ignore;
using Codex.Formats.Patch;
using Codex.Formats.Secrets;
using Codex.Formats.Starlark;

// Random text for the parsers, for as many seconds as the argument says; a second argument repeats one seed. Every text has to be read or
// refused with an error of the parser's own, within two seconds.
const int SlowestMilliseconds = 2_000;
string[] pieces =
[
    " ", "\n", "\t", "\r", ";", "&", "|", "&&", "||", "(", ")", "{", "}", "[", "]", "[[", "]]", "<", ">", "<<", "<<<", "'", "\"", "`", "$", "$(", "$((", "${", "$'", "\\", "#",
    "!", "=", "==", ",", ":", ".", "*", "**", "/", "?", "-", "^", "a", "b", "x = 1", "EOF", "\nEOF\n", "if ", "then", "fi", "for ", "in ", "do", "done", "def f():\n  ", "return ",
    "lambda ", "None", "True", "range(", "f\"{x}\"", "\"\"\"", "1", "0x", "1e9", "prefix_rule(", "pattern=", "decision=\"allow\"", "[\"git\"]", "host_executable(", "*** Begin Patch\n",
    "*** Update File: a\n", "@@\n", "+a\n", "-a\n", "*** End Patch", "sk-", "Bearer ", "-----BEGIN PRIVATE KEY-----", "eyJ", "é", "\0", "\ud800", "\ufeff", "🎉",
];
(string Name, Action<string> Run)[] parsers =
[
    ("ignore", static text => new IgnoreTree(new Dictionary<string, IgnoreFile> { [""] = IgnoreFile.Parse(text) }).IsIgnored(text.Replace('\n', '/'), false)),
    ("bash", static text =>
    {
        _ = BashScript.Parse(text);
        _ = HeredocPrefix.Parse(text);
        _ = ShellSplitting.Split(text);
        _ = PlainCommands.Parse(text);
    }),
    ("starlark", static text => Refused<StarlarkException>(() => StarlarkProgram.Parse(new StarlarkSource("soak", text)).Run([]))),
    ("rules", static text => Refused<RulesException>(() => new RulesReader().Read("soak", text))),
    ("patch", static text => _ = PatchParser.Parse(text)),
    ("secrets", static text => _ = SecretText.Redact(text, SecretText.Shapes)),
];

var end = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 60);
var watch = Stopwatch.StartNew();
var count = 0L;
for (var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1; watch.Elapsed < end; seed++, count++)
{
    var random = new Random(seed);
    var text = string.Concat(random.GetItems(pieces, random.Next(1, 80)));
    foreach (var (name, run) in parsers)
    {
        var started = watch.ElapsedMilliseconds;
        try
        {
            run(text);
        }
        catch (Exception error)
        {
            Console.WriteLine($"{name}: seed {seed}: {error}");
            return 1;
        }

        if (watch.ElapsedMilliseconds - started > SlowestMilliseconds)
        {
            Console.WriteLine($"{name}: seed {seed}: took {watch.ElapsedMilliseconds - started} ms");
            return 1;
        }
    }
}

Console.WriteLine($"{count} texts, {parsers.Length} parsers, no failure");
return 0;

static void Refused<TError>(Action read)
    where TError : Exception
{
    try
    {
        read();
    }
    catch (TError)
    {
        // The parser's own error.
    }
}
