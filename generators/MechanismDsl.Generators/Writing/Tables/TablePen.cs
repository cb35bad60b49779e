using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Tables;

/// <summary>What the files of all mechanisms share that are tables over profiles of reported types.</summary>
/// <param name="writer">Receives the text.</param>
/// <param name="type">The mechanism's type.</param>
/// <param name="rule">The mechanism in one sentence.</param>
/// <param name="names">The names of the agents; empty for alike agents.</param>
/// <param name="agents">Their number.</param>
internal sealed class TablePen(SourceWriter writer, TypeIdentity type, string rule, IReadOnlyList<string> names, int agents)
{
    /// <summary>Where the helpers of generated code are.</summary>
    public const string Kernels = "global::MechanismDsl.Kernels.";

    /// <summary>The refusal of a report that is no type.</summary>
    public const string NoType = "A report that is no type of its agent; the message names agent, report and types.";

    /// <summary>Begins a member that takes a profile: its documentation up to the reports.</summary>
    /// <param name="summary">What it does.</param>
    /// <param name="parameter">What the reports are called.</param>
    /// <param name="words">What a report is: <c>One type an agent</c>.</param>
    /// <param name="meaning">What follows the order of the agents: a full stop, or more.</param>
    public void Begin(string summary, string parameter, string words, string meaning = ".")
    {
        writer.Line();
        writer.Doc("summary", summary);
        Remarks.WriteShort(writer, type, rule);
        writer.ParameterDoc(parameter, words + (names.Count > 0 ? $", in the order {string.Join(", ", names)}" : string.Empty) + meaning);
    }

    /// <summary>Ends the documentation of such a member: what it refuses, and the stamp.</summary>
    public void Refusals(string value)
    {
        WriteRefusal(value);
        writer.Line($"/// <exception cref=\"global::System.ArgumentException\">There are not {agents} reports, or the lengths do not fit.</exception>");
        writer.Line(Stamp.Attribute());
    }

    /// <summary>Writes the documentation of a run that takes a report a name.</summary>
    /// <param name="summary">What it does.</param>
    /// <param name="words">What an agent's report is.</param>
    /// <param name="returns">The outcome.</param>
    /// <param name="value">The refusal of a value.</param>
    public void BeginNamed(string summary, Func<int, string> words, string returns, string value)
    {
        writer.Line();
        writer.Doc("summary", summary);
        for (var agent = 0; agent < names.Count; agent++)
        {
            writer.ParameterDoc(Identifier.Parameter(names[agent]).TrimStart('@'), words(agent));
        }

        writer.Line($"/// <returns>{returns}</returns>");
        WriteRefusal(value);
        writer.Line(Stamp.Attribute());
    }

    /// <summary>Writes the body of a run of many profiles whose outcomes are views of the table.</summary>
    /// <param name="reports">The reports as a parameter.</param>
    /// <param name="parameter">What they are called.</param>
    /// <param name="outcome">The type of an outcome.</param>
    public void RunBatch(string reports, string parameter, string outcome) =>
        writer.Block($"public static void RunBatch({reports}, int agents, global::System.Span<{outcome}> outcomes)", () =>
        {
            writer.Line($"{Kernels}BatchShape.CheckRows({parameter}.Length, agents, outcomes.Length);");
            writer.Block("for (var row = 0; row < outcomes.Length; row++)", () =>
                writer.Line($"outcomes[row] = Run({parameter}.Slice(row * agents, agents));"));
        });

    /// <summary>Writes one table, a line a profile.</summary>
    /// <param name="words">What the entries are.</param>
    /// <param name="head">The declaration up to the brackets.</param>
    /// <param name="rows">The entries of every line, and the profile in words.</param>
    public void Rows(string words, string head, IEnumerable<(IEnumerable<string> Entries, string Comment)> rows)
    {
        writer.Doc("summary", words);
        writer.Line(head);
        writer.Line("[");
        writer.Indented(() =>
        {
            foreach (var (entries, comment) in rows)
            {
                writer.Line($"{string.Join(", ", entries)},{(comment.Length == 0 ? string.Empty : " // " + comment)}");
            }
        });
        writer.Line("];");
    }

    /// <summary>The statements that find a profile's number: agent by agent and, where a report has several parts, part by part, the last running fastest.</summary>
    /// <param name="places">For every digit how many values it has, and the expression for its place among them.</param>
    public void Profile(IEnumerable<(int Count, string Place)> places)
    {
        var isFirst = true;
        foreach (var (count, place) in places)
        {
            writer.Line(isFirst ? $"var profile = {place};" : $"profile = (profile * {count}) + {place};");
            isFirst = false;
        }
    }

    /// <summary>The agent's name as a literal; a number where it has none.</summary>
    public string Name(int agent) => Text.Literal(names.Count > 0 ? names[agent] : FormattableString.Invariant($"Agent {agent}"));

    private void WriteRefusal(string value) => writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">{value}</exception>");
}
