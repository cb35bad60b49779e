using Fractions;
using MechanismDsl.Proofs.Linear;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates;

/// <summary>
/// Re-checks the certificate of the linear stage: the rows that it names are looked up among what holds on the path, multiplied and added up; the sum
/// has to contradict itself in every case. Nothing is searched for.
/// </summary>
internal sealed class LinearCertificate
{
    private const string Technique = "linear";
    private const string UpToRounding = "linear up to rounding";

    private readonly LinearModel _model;
    private readonly string _text;
    private int _position;

    private LinearCertificate(LinearModel model, string text)
    {
        _model = model;
        _text = text;
    }

    /// <summary>Whether the certificate shows that the facts of the obligation entail its goal.</summary>
    public static bool Check(Obligation obligation, string certificate)
    {
        var start = certificate.IndexOf(" {", StringComparison.Ordinal);
        var end = certificate.IndexOf("} ", StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            return false;
        }

        var model = new LinearModel(obligation);

        // A little more than nothing does not prove that something is less: only ≤ and = can be left to rounding.
        var goal = (certificate.Substring(0, start), obligation.Goal) switch
        {
            (Technique, var exact) => exact,
            (UpToRounding, Goal.Compare { Relation: Relation.LessOrEqual or Relation.Equal } compare) => compare with { Slack = LinearStage.SlackOf(model, compare) },
            _ => null,
        };
        return goal is not null && new LinearCertificate(model, certificate.Substring(end + 2)).CheckAll(goal);
    }

    private bool CheckAll(Goal goal)
    {
        var negations = LinearStage.Negations(goal);
        foreach (var negation in negations)
        {
            var rows = new Dictionary<string, LinearRow>(StringComparer.Ordinal);
            Add(rows, _model.With(negation(_model)));
            if (!CheckNode(rows))
            {
                return false;
            }

            Skip(' ');
        }

        return negations.Count > 0 && _position == _text.Length;
    }

    // "(split v7 NODE NODE)", or "(2/3 [fact 0] 1 [goal])".
    private bool CheckNode(Dictionary<string, LinearRow> rows)
    {
        if (!Skip('('))
        {
            return false;
        }

        if (string.CompareOrdinal(_text, _position, "split ", 0, 6) == 0)
        {
            _position += 6;
            return Cases(Until('(').Trim()) is var (first, second)
                && CheckNode(With(rows, first)) && Skip(' ') && CheckNode(With(rows, second)) && Skip(')');
        }

        var combination = new List<(LinearRow, Fraction)>();
        while (_position < _text.Length && _text[_position] != ')')
        {
            var multiplier = Until('[').Trim();
            if (!Skip('['))
            {
                return false;
            }

            var name = Until(']');
            if (!Skip(']') || !rows.TryGetValue(name, out var row) || !Fraction.TryParse(multiplier, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var value))
            {
                return false;
            }

            Skip(' ');
            combination.Add((row, value));
        }

        return Skip(')') && FarkasCheck.IsContradiction(combination);
    }

    private (IReadOnlyList<LinearRow> First, IReadOnlyList<LinearRow> Second)? Cases(string name)
    {
        var atoms = name.Split(' ').Select(part => part.Length > 1 && int.TryParse(part.Substring(1), out var number) && _model.Forms.Atoms.ContainsKey(number) ? number : -1).ToArray();
        if (atoms.Contains(-1) || atoms.Length > 2)
        {
            return null;
        }

        if (atoms.Length == 1)
        {
            return _model.CasesOf(atoms[0]);
        }

        var (first, second) = (_model.Forms.Atoms[atoms[0]], _model.Forms.Atoms[atoms[1]]);
        return MonotonePairs.AreAlike(first, second) ? MonotonePairs.CasesOf(first, second, _model.Forms) : null;
    }

    private static Dictionary<string, LinearRow> With(Dictionary<string, LinearRow> rows, IReadOnlyList<LinearRow> additional)
    {
        var extended = new Dictionary<string, LinearRow>(rows, StringComparer.Ordinal);
        Add(extended, additional);
        return extended;
    }

    private static void Add(Dictionary<string, LinearRow> rows, IReadOnlyList<LinearRow> additional)
    {
        foreach (var row in additional)
        {
            rows[row.Origin] = row;
        }
    }

    private string Until(char mark)
    {
        var end = _text.IndexOf(mark, _position);
        var part = _text.Substring(_position, (end < 0 ? _text.Length : end) - _position);
        _position += part.Length;
        return part;
    }

    private bool Skip(char letter)
    {
        if (_position >= _text.Length || _text[_position] != letter)
        {
            return false;
        }

        _position++;
        return true;
    }
}
