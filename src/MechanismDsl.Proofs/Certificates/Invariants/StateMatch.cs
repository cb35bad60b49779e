using MechanismDsl.Proofs.Loops;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates.Invariants;

/// <summary>
/// How a state of the invariant is read at the end of a path: what its agents and its values are there. That the runs stand at the same places, with the
/// same variables, is settled here; what has to be shown besides is listed in <see cref="Demands"/>.
/// </summary>
internal sealed class StateMatch
{
    private readonly AgentModel _model;
    private readonly LoopState _state;
    private readonly LoopEnd _end;
    private readonly Dictionary<Term, Term> _meaning = [];

    private StateMatch(AgentModel model, LoopState state, LoopEnd end)
    {
        _model = model;
        _state = state;
        _end = end;
    }

    /// <summary>The reading of a state; null if the runs are not where the state says.</summary>
    public static StateMatch? Of(AgentModel model, LoopState state, LoopEnd end)
    {
        var match = new StateMatch(model, state, end);
        return match.IsAtTheSamePlace() ? match : null;
    }

    /// <summary>What has to follow from the path: the comparisons of the state, and what it says of everybody else; null if it says too much.</summary>
    public IReadOnlyList<Fact>? Demands()
    {
        var demands = _state.Facts.Select(Meaning).ToList();
        var (forgotten, crowd) = (Forgotten(), _end.Crowd);
        demands.AddRange(About(_state.Crowd, crowd is null ? null : [.. crowd.Anyone, .. forgotten]));
        for (var depth = 0; depth < _end.Frames.Count; depth++)
        {
            demands.AddRange(About(_state.Frames[depth].Crowd, crowd is null ? null : [.. crowd.Done(_end.Frames[depth], depth, forgotten)]));
        }

        return demands.All(demand => demand is not null) ? [.. demands.Select(demand => demand!.Value)] : null;
    }

    private Term[] Forgotten() => _end.Crowd is null ? [] : [.. _end.Crowd.Known.Where(agent => !_state.Classes.Any(index => ReferenceEquals(_meaning[index], agent)))];

    // What is said of all of some agents is said of each; where it is not known who they are, nothing can be said, nor that there is nobody.
    private IEnumerable<Fact?> About(IReadOnlyList<Fact>? said, IReadOnlyList<Term>? members)
    {
        if (said is null)
        {
            return members is { Count: 0 } ? [] : [null];
        }

        return said.Count == 0 ? [] : members is null ? [null] : members.SelectMany(member => said.Select(fact => Meaning(fact, member)));
    }

    private bool IsAtTheSamePlace()
    {
        var frames = _end.Frames;
        if (frames.Count != _state.Frames.Count || _end.Runs.Count != _state.Runs.Count || !frames.Zip(_state.Frames, IsAlike).All(isAlike => isAlike))
        {
            return false;
        }

        var scalars = new List<(Term Said, Term Value)>();
        for (var run = 0; run < _state.Runs.Count; run++)
        {
            var (said, values) = (_state.Runs[run], _end.ScalarsOf(run).ToArray());
            if (said.At != _end.Runs[run].At || !said.Scalars.Select(pair => pair.Variable).SequenceEqual(values.Select(pair => pair.Variable)))
            {
                return false;
            }

            scalars.AddRange(said.Scalars.Zip(values, (pair, value) => (pair.Value, value.Value)));
        }

        // Agents first: the reports that a variable holds are theirs.
        var currents = frames.Zip(_state.Frames, (frame, said) => (said.Current, frame.Current)).Where(pair => pair.Item1 is not null).Select(pair => (pair.Item1!, pair.Item2!));
        return scalars.Concat(currents).All(pair => !_state.Classes.Contains(pair.Item1) || IsAgent(pair.Item1, pair.Item2))
            && _state.Classes.All(_meaning.ContainsKey)
            && scalars.Concat(currents).All(pair => Is(pair.Item1, pair.Item2))
            && AreCells()
            && frames.Zip(_state.Frames, (frame, said) => _state.Classes.All(index => said.Done.Contains(index) == frame.Done.Contains(_meaning[index]))).All(isAlike => isAlike);
    }

    private static bool IsAlike(LoopFrame frame, LoopFrame said) =>
        frame.Heads.SequenceEqual(said.Heads) && frame.IsDescending == said.IsDescending && frame.IsFocalDone == said.IsFocalDone && (frame.Current is null) == (said.Current is null);

    // The same cells are behind the same variables, and what was written to them all together is what the state says, if it says it.
    private bool AreCells()
    {
        var cells = new FocalCell?[_state.Cells.Count];
        for (var run = 0; run < _state.Runs.Count; run++)
        {
            var (said, arrays) = (_state.Runs[run].Arrays, LoopEnd.LiveArrays(_end.Runs[run]).ToArray());
            if (said.Count != arrays.Length)
            {
                return false;
            }

            for (var index = 0; index < arrays.Length; index++)
            {
                var number = said[index].Array;
                var isSame = said[index].Variable == arrays[index].Variable && arrays[index].Array switch
                {
                    ReportArray => number == 0,
                    PublicArray known => number == 1 + known.Input,
                    FocalCell cell when number < 0 && -1 - number < cells.Length => IsCell(cells, -1 - number, cell),
                    _ => false,
                };
                if (!isSame)
                {
                    return false;
                }
            }
        }

        return cells.Zip(_state.Cells, (cell, said) => cell is not null && Is(said.Value, cell.Cell) && (said.Total is null || (cell.Total is { Range.MayBeNaN: false } && Is(said.Total, cell.Total)))).All(isSame => isSame);
    }

    private static bool IsCell(FocalCell?[] cells, int number, FocalCell cell)
    {
        cells[number] ??= cell;
        return ReferenceEquals(cells[number], cell) && cells.Count(other => ReferenceEquals(other, cell)) == 1;
    }

    // Different agents of the state are different agents on the path.
    private bool IsAgent(Term index, Term value)
    {
        if (_meaning.TryGetValue(index, out var known))
        {
            return ReferenceEquals(known, value);
        }

        if (!_model.IsOther(value) || _state.Classes.Any(other => _meaning.TryGetValue(other, out var agent) && ReferenceEquals(agent, value)))
        {
            return false;
        }

        foreach (var (from, to) in _model.Renaming(index, value))
        {
            _meaning[from] = to;
        }

        return true;
    }

    // Whether a value is what the state says: opaque values are whatever they are, the same one everywhere.
    private bool Is(Term said, Term value)
    {
        if (said.Kind != value.Kind)
        {
            return false;
        }

        if (said is Term.Symbol { Role: SymbolRole.Opaque, Name: ['u', ..] } && !_meaning.ContainsKey(said))
        {
            _meaning.Add(said, value);
            return true;
        }

        return ReferenceEquals(Meaning(said), value) || (said, value) switch
        {
            (Term.Unary a, Term.Unary b) => a.Operation == b.Operation && Is(a.Operand, b.Operand),
            (Term.Binary a, Term.Binary b) => a.Operation == b.Operation && Is(a.Left, b.Left) && Is(a.Right, b.Right),
            (Term.Convert a, Term.Convert b) => Is(a.Operand, b.Operand),
            _ => false,
        };
    }

    private Fact? Meaning(Fact fact) => Meaning(fact.Left) is { } left && Meaning(fact.Right) is { } right ? new Fact(fact.Relation, left, right) : null;

    private Fact? Meaning(Fact fact, Term member)
    {
        var own = _model.Renaming(_model.Anyone, member).ToArray();
        foreach (var (from, to) in own)
        {
            _meaning[from] = to;
        }

        var meaning = Meaning(fact);
        foreach (var (from, _) in own)
        {
            _meaning.Remove(from);
        }

        return meaning;
    }

    // What a term of the state is on the path; null if it mentions something that nothing there stands for.
    private Term? Meaning(Term term)
    {
        if (_meaning.TryGetValue(term, out var known))
        {
            return known;
        }

        switch (term)
        {
            case Term.Constant:
                return term;
            case Term.Symbol symbol:
                return ReferenceEquals(symbol, _model.Next) ? _end.Next : IsTheSameEverywhere(symbol) ? symbol : null;
            case Term.Unary unary:
                return Meaning(unary.Operand) is { } operand ? _model.Pool.Unary(unary.Operation, operand) : null;
            case Term.Binary binary:
                return Meaning(binary.Left) is { } left && Meaning(binary.Right) is { } right ? _model.Pool.Binary(binary.Operation, left, right) : null;
            case Term.Convert convert:
                return Meaning(convert.Operand) is { } from ? _model.Pool.Convert(convert.Kind, from) : null;
            default:
                return null;
        }
    }

    // The focal agent, its reports, the number of agents, public inputs, and the inputs of agents with a number.
    private bool IsTheSameEverywhere(Term.Symbol symbol) =>
        ReferenceEquals(symbol, _model.Low) || ReferenceEquals(symbol, _model.High) || ReferenceEquals(symbol, _model.Focal) || ReferenceEquals(symbol, _model.Number)
        || _model.IsInputOfNamed(symbol);
}
