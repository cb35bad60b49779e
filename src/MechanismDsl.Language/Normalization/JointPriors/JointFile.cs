using Fractions;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Normalization.JointPriors;

/// <summary>
/// The weights of a joint prior in a file: a column of types for each agent, a column <c>weight</c>, and a row for each profile that can occur, in any order.
/// A missing column is MECH4103, a row that is none MECH4104.
/// </summary>
internal sealed class JointFile
{
    private const string Weight = "weight";

    /// <summary>Further findings of one file are noise.</summary>
    private const int MostFindings = 20;

    private readonly Draft _draft;
    private readonly Roster _roster;
    private readonly IReadOnlyList<EquatableArray<double>> _types;
    private readonly Use _use;
    private readonly string _path;
    private readonly DataFile _file;
    private readonly LineMap _lines;
    private readonly CsvTable _table;
    private int _findings;

    /// <summary>A file, not read yet.</summary>
    public JointFile(Draft draft, Roster roster, IReadOnlyList<EquatableArray<double>> types, Use use, string path, DataFile file)
    {
        (_draft, _roster, _types, _use, _path, _file) = (draft, roster, types, use, path, file);
        (_lines, _table) = (new LineMap(file.Text), CsvReader.Read(file.Text));
    }

    /// <summary>One weight for each profile, in the order of the agents; null after a finding.</summary>
    public List<Fraction>? Read()
    {
        foreach (var finding in _table.Findings)
        {
            Report(finding);
        }

        if (_findings > 0)
        {
            return null;
        }

        if (_table.Rows.Count < 2)
        {
            Report(DataFindingKind.EmptyFile, _table.Rows.Count == 0 ? new CsvField("", 0, 0) : _table.Rows[0][0], string.Empty);
            return null;
        }

        return Columns() is var (agents, weight) ? Weights(agents, weight) : null;
    }

    private EquatableArray<CsvField> Header => _table.Rows[0];

    /// <summary>The column of each agent, and that of the weights.</summary>
    private (List<int> Agents, int Weight)? Columns()
    {
        if (Enumerable.Range(0, Header.Count).GroupBy(column => Header[column].Text).FirstOrDefault(group => group.Count() > 1) is { } twins)
        {
            Report(DataFindingKind.MissingColumn, Header[twins.Last()], $"column '{twins.Key}' occurs {Words.Of(twins.Count())} times; rename all but one");
            return null;
        }

        int Find(string name) => Header.Select(field => field.Text).ToList().IndexOf(name);
        if (Find(Weight) is var weight && weight < 0)
        {
            Report(DataFindingKind.MissingColumn, Header[0], $"there is no column '{Weight}'; the columns are {Existing()}");
            return null;
        }

        if (!_roster.IsNamed)
        {
            var columns = Enumerable.Range(0, Header.Count).Where(column => column != weight).ToList();
            if (columns.Count == 0 || columns.Count < _roster.Min || columns.Count > (_roster.Max ?? columns.Count))
            {
                Report(DataFindingKind.MissingColumn, Header[0], $"{Words.Of(columns.Count)} {(columns.Count == 1 ? "column" : "columns")} beside '{Weight}' hold types, but every agent needs one{(_roster.Count is { } count ? $", and {Words.Of(count)} take part" : string.Empty)}");
                return null;
            }

            return (columns, weight);
        }

        List<int> agents = [];
        foreach (var name in _roster.Names)
        {
            if (Find(name) is >= 0 and var column)
            {
                agents.Add(column);
                continue;
            }

            var nearest = NearestName.Of(name, Header.Select(field => field.Text));
            Report(DataFindingKind.MissingColumn, Header[0], $"there is no column '{name}' for the types of this agent; {(nearest is null ? string.Empty : $"did you mean '{nearest}'? ")}the columns are {Existing()}");
        }

        foreach (var other in Enumerable.Range(0, Header.Count).Where(column => column != weight && !_roster.Names.Contains(Header[column].Text)))
        {
            Report(DataFindingKind.MissingColumn, Header[other], $"column '{Header[other].Text}' is no agent; the agents are {string.Join(", ", _roster.Names)}");
        }

        return _findings == 0 ? (agents, weight) : null;
    }

    private List<Fraction>? Weights(List<int> agents, int weight)
    {
        var counts = agents.Select((_, agent) => TypesOf(agent).Count).ToList();
        var profiles = counts.Aggregate(1L, (product, count) => Math.Min(int.MaxValue, product * count));
        if (profiles > ExtractionSolver.MostProfiles)
        {
            _draft.Report(Rule.NumberOutsideDomain, _use.Place, "the number of profiles of types", Words.Of(profiles), $"at most {Words.Of(ExtractionSolver.MostProfiles)}");
            return null;
        }

        var space = new TypeSpace(counts.ToEquatableArray());
        var weights = Enumerable.Repeat(Fraction.Zero, space.Profiles).ToList();
        var rows = new Dictionary<int, int>();
        for (var row = 1; row < _table.Rows.Count; row++)
        {
            var fields = _table.Rows[row];
            var types = agents.Select((column, agent) => TypeOf(agent, fields[column])).ToList();
            var mass = WeightOf(fields[weight]);
            if (types.Contains(-1) || mass is not { } stated)
            {
                continue;
            }

            var profile = space.ProfileOf(types);
            if (rows.TryGetValue(profile, out var earlier))
            {
                Report(DataFindingKind.MalformedRow, fields[0], $"it has the types of line {Words.Of(_lines.Finding(DataFindingKind.MalformedRow, _table.Rows[earlier][0].Start, 0, string.Empty).Line + 1)} again; a profile has one weight");
                continue;
            }

            rows.Add(profile, row);
            weights[profile] = stated;
        }

        return _findings == 0 ? weights : null;
    }

    private int TypeOf(int agent, CsvField field)
    {
        var types = TypesOf(agent);
        var type = WeightText.Number(field.Text.Trim()) is { } report ? types.Select(RationalText.FromDecimal).ToList().IndexOf(report) : -1;
        if (type < 0)
        {
            Report(DataFindingKind.MalformedRow, field, $"'{field.Text}' is no type of {(_roster.IsNamed ? $"'{_roster.Names[agent]}'" : $"agent {Words.Of(agent)}")}, whose types are {string.Join(", ", types.Select(Words.Of))}");
        }

        return type;
    }

    private Fraction? WeightOf(CsvField field)
    {
        var weight = WeightText.Number(field.Text.Trim());
        if (weight is null or { IsNegative: true })
        {
            Report(DataFindingKind.MalformedRow, field, $"'{field.Text}' is no weight: weights are whole numbers, decimals and fractions like 4/35, at least 0");
            return null;
        }

        return weight;
    }

    private EquatableArray<double> TypesOf(int agent) => _types[_roster.IsNamed ? agent : 0];

    private string Existing() => string.Join(", ", Header.Take(MostFindings).Select(field => $"'{field.Text}'")) + (Header.Count > MostFindings ? ", …" : string.Empty);

    private void Report(DataFindingKind kind, CsvField field, string words) => Report(_lines.Finding(kind, field.Start, field.Length, words));

    private void Report(DataFinding finding)
    {
        if (_findings++ < MostFindings)
        {
            FilePriorReader.Report(_draft, _path, _file, finding);
        }
    }
}
