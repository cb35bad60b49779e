using System.Globalization;
using System.Text.RegularExpressions;
using MechanismDsl.Proofs.Loops;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates.Invariants;

/// <summary>Reads the states of a relational invariant in the form that certificates write them.</summary>
/// <param name="model">The agents.</param>
internal sealed class StateReader(AgentModel model)
{
    private static readonly Regex _class = new(@"(?<![\w.])c(\d+)\b", RegexOptions.CultureInvariant);
    private static readonly Regex _opaque = new(@"(?<![\w.])u(\d+)\.(\w+)", RegexOptions.CultureInvariant);
    private static readonly Regex _relation = new(" (<=|<|==|!=) ", RegexOptions.CultureInvariant);
    private static readonly string[] _semicolon = ["; "];
    private static readonly string[] _comma = [", "];

    /// <summary>The state that a text stands for.</summary>
    /// <exception cref="FormatException">The text is no state.</exception>
    public LoopState Read(string text)
    {
        var classes = Declare(text);
        var terms = new TermReader(model.Pool);
        List<(int At, List<(int, Term)> Scalars, List<(int, int)> Arrays)> runs = [];
        List<(Term, Term?)> cells = [];
        List<LoopFrame> frames = [];
        List<Fact> facts = [];
        IReadOnlyList<Fact>? crowd = [];
        foreach (var part in text.Split(_semicolon, StringSplitOptions.RemoveEmptyEntries))
        {
            var (head, rest) = part.IndexOf(' ') is >= 0 and var space ? (part.Substring(0, space), part.Substring(space + 1)) : (part, "");
            switch (head)
            {
                case ['@', ..]:
                    runs.Add((Number(head.Substring(1)), [], []));
                    break;
                case ['v', _, ..]:
                    runs[runs.Count - 1].Scalars.Add((Number(head.Substring(1)), terms.Read(rest)));
                    break;
                case ['a', _, ..]:
                    runs[runs.Count - 1].Arrays.Add((Number(head.Substring(1)), Number(rest)));
                    break;
                case "cell":
                    var of = rest.IndexOf(" of ", StringComparison.Ordinal);
                    cells.Add(of < 0 ? (terms.Read(rest), null) : (terms.Read(rest.Substring(0, of)), terms.Read(rest.Substring(of + 4))));
                    break;
                case "loop":
                    frames.Add(Frame(rest.Split(' '), terms));
                    break;
                case "facts":
                    facts.AddRange(Facts(rest, terms));
                    break;
                case "nobody" or "everybody":
                    var known = head == "nobody" ? null : Facts(rest.Substring(rest.IndexOf(" has ", StringComparison.Ordinal) + 5), terms);
                    if (Regex.Match(rest, @"^else before loop (\d+)") is { Success: true } where)
                    {
                        var depth = Number(where.Groups[1].Value);
                        frames[depth] = frames[depth] with { Crowd = known };
                    }
                    else
                    {
                        crowd = known;
                    }

                    break;
                default:
                    throw new FormatException("There is no part of a state like this: " + part);
            }
        }

        return new LoopState([.. runs.Select(run => new RunSnapshot(run.At, run.Scalars, run.Arrays))], cells, frames, classes, facts, crowd);
    }

    // Makes the symbols that the text mentions: agents that variables refer to, with what is theirs, and values of which only comparisons are known.
    private List<Term> Declare(string text)
    {
        foreach (Match match in _opaque.Matches(text))
        {
            model.Opaque((ScalarKind)Enum.Parse(typeof(ScalarKind), match.Groups[2].Value), Number(match.Groups[1].Value));
        }

        var agents = Enumerable.Range(0, model.Named).Select(number => (Term)model.Pool.Constant(Scalar.Of(number))).Append(model.Anyone);
        var classes = _class.Matches(text).Cast<Match>().Select(match => Number(match.Groups[1].Value)).Distinct().OrderBy(number => number).Select(model.ClassIndex).ToList();
        foreach (var agent in agents.Concat(classes))
        {
            model.Declare(agent);
        }

        return classes;
    }

    private static LoopFrame Frame(string[] words, TermReader terms)
    {
        var at = Array.IndexOf(words, "at");
        return new LoopFrame(
            [.. words.Skip(1).Take(at - 1).Select(Number)],
            words[at + 1] == "-" ? null : terms.Read(words[at + 1]),
            words[at + 2] == "after",
            [.. words.Skip(Array.IndexOf(words, "done") + 1).Select(terms.Read)],
            [])
        { IsDescending = words[0] == "down" };
    }

    private static List<Fact> Facts(string text, TermReader terms) => [.. text.Split(_comma, StringSplitOptions.RemoveEmptyEntries).Select(fact =>
    {
        var relation = _relation.Match(fact) is { Success: true } found ? found : throw new FormatException("There is no comparison in: " + fact);
        return new Fact(
            relation.Groups[1].Value switch { "<=" => Relation.LessOrEqual, "<" => Relation.Less, "==" => Relation.Equal, _ => Relation.NotEqual },
            terms.Read(fact.Substring(0, relation.Index)),
            terms.Read(fact.Substring(relation.Index + relation.Length)));
    })];

    private static int Number(string digits) => int.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
