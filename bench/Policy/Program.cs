using System.Diagnostics;
using System.Globalization;
using Codex.Execution.Policy;
using Codex.Execution.Policy.Rules.Loading;
using Codex.Execution.Sandbox.Planning;
using Codex.Protocol.Permissions;

// 1,000 shell commands against 500 rules: reading the rules, the first pass over the commands, and the median of twenty passes; then
// the plan of a sandbox with fifty writable roots.
const int Rules = 500;
const int Commands = 1_000;
const int Passes = 20;
const int Roots = 50;
const int Plans = 200;

var text = string.Concat(Enumerable.Range(0, Rules).Select(static index => string.Create(
    CultureInfo.InvariantCulture,
    $"prefix_rule(pattern=[\"tool{index / 10}\", [\"a{index}\", \"b{index}\"], \"run\"], decision=\"{(index % 3 is 0 ? "allow" : index % 3 is 1 ? "prompt" : "forbidden")}\")\n")));
string[][] commands =
[
    .. Enumerable.Range(0, Commands).Select(static index => (string[])
    [
        "/bin/bash",
        "-lc",
        (index % 4) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"cd sub && tool{index % 50} a{index % Rules} run --flag 'x y' | tail -n 20"),
            1 => string.Create(CultureInfo.InvariantCulture, $"/usr/bin/tool{index % 60} b{index % Rules} run; git status"),
            2 => string.Create(CultureInfo.InvariantCulture, $"for f in *.c; do tool{index % 50} a1 \"$f\" > out; done"),
            _ => string.Create(CultureInfo.InvariantCulture, $"python3 - <<'PY'\nprint({index})\nPY"),
        },
    ]),
];

var watch = Stopwatch.StartNew();
var reader = new RulesReader();
reader.Read("bench.rules", text);
var rules = reader.Build();
Report("load", watch.Elapsed);

var policy = new CommandPolicy(() => rules);
var context = new CommandPolicyContext(AskForApproval.OnRequest, PermissionProfile.ReadOnly, SandboxPermissions.UseDefault) { WorkingDirectory = "/ws" };
var times = new TimeSpan[Passes];
for (var pass = 0; pass < Passes; pass++)
{
    watch.Restart();
    foreach (var command in commands)
    {
        policy.Evaluate(command, context);
    }

    times[pass] = watch.Elapsed;
}

Report("first", times[0]);
Array.Sort(times);
Report("median", times[Passes / 2]);

var directory = Directory.CreateTempSubdirectory("codex-bench-").FullName;
try
{
    string[] roots = [.. Enumerable.Range(0, Roots).Select(index => Directory.CreateDirectory(Path.Join(directory, string.Create(CultureInfo.InvariantCulture, $"root{index}"))).FullName)];
    var profile = PermissionProfiles.WorkspaceWrite(roots, NetworkSandboxPolicy.Restricted, excludeTmpdirEnvVar: true, excludeSlashTmp: true);
    var plans = new TimeSpan[Plans];
    for (var pass = 0; pass < Plans; pass++)
    {
        watch.Restart();
        SandboxPlanner.Plan(profile, new PathContext(directory, null), directory, new());
        plans[pass] = watch.Elapsed;
    }

    Array.Sort(plans);
    Report("plan50", plans[Plans / 2]);
}
finally
{
    Directory.Delete(directory, recursive: true);
}

static void Report(string name, TimeSpan time) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{time.TotalMilliseconds:F2} ms"));
