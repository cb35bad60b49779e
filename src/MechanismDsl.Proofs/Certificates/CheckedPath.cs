using MechanismDsl.Proofs.Certificates.Reals;
using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates;

/// <summary>Walks the paths of a case for the checker: a branch is skipped only where the checker's own rules exclude it.</summary>
internal sealed class CheckedPath : IDecisions
{
    private const int LongestPath = 100_000;
    private const int MostPaths = 200_000;

    private readonly ProofCase _case;
    private readonly CertificateText _text;
    private readonly List<(Fact Question, bool Value, bool IsFork)> _script = [];
    private List<Fact> _facts = [];
    private FactCheck _check = new([]);
    private FactCheck? _exact;
    private int _position;
    private int _steps;

    /// <summary>A walk that has not begun.</summary>
    public CheckedPath(ProofCase @case, CertificateText text)
    {
        _case = @case;
        _text = text;
    }

    /// <summary>What has been seen so far.</summary>
    public CertificateReport Report { get; private set; } = new(null, 0, 0, 0);

    /// <summary>Runs all paths, as long as there is no objection.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public CertificateReport RunAll(CancellationToken cancellationToken)
    {
        var paths = 0;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++paths > MostPaths)
            {
                return Report with { Objection = "there are too many paths" };
            }

            Run();
        }
        while (Report.Objection is null && Next());

        return Report;
    }

    /// <summary>Demands that on this path, if it can be taken, all of one of several lists of comparisons follow from its facts.</summary>
    public void RequireOneOf(IReadOnlyList<IReadOnlyList<Fact>> lists)
    {
        if (Report.Objection is not null)
        {
            return;
        }

        if (_check.AreContradictory() || lists.Any(list => list.All(Follows)))
        {
            Report = Report with { Obligations = Report.Obligations + 1, Reals = Report.Reals + (_check.UsesReals ? 1 : 0) };
            return;
        }

        var missing = lists.Select(list => list.First(fact => !Follows(fact)).ToString()).DefaultIfEmpty("no state is like this");
        Report = Report with { Objection = $"{string.Join(", ", _facts)} |- {string.Join(" or ", missing)}" };
    }

    private void Run()
    {
        _facts = [.. _case.Assumptions];
        _check = new FactCheck(_facts);
        _exact = null;
        _position = 0;
        _steps = 0;
        try
        {
            _case.Execute(this);
        }
        catch (RuleFailureException failure)
        {
            Require(new Goal.Impossible(), failure.Words, failure.Site);
        }
        catch (FuelExhaustedException exhausted)
        {
            Report = Report with { Objection = exhausted.Words };
        }
    }

    // Goes to the next path; false if there is none.
    private bool Next()
    {
        while (_script.Count > 0)
        {
            var last = _script[_script.Count - 1];
            _script.RemoveAt(_script.Count - 1);
            if (last is { IsFork: true, Value: true })
            {
                _script.Add((last.Question, false, true));
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public bool Decide(Fact question)
    {
        if (_position == _script.Count)
        {
            var entailed = AnswerOf(_exact ??= new FactCheck(_facts, isExact: true), question);
            if (entailed is null && AnswerOf(_check, question) is { } inReals)
            {
                // The other branch is left out because of real arithmetic: so is the proof.
                entailed = inReals;
                Report = Report with { Reals = Report.Reals + 1 };
            }

            _script.Add((question, entailed ?? true, entailed is null));
        }

        var (_, value, isFork) = _script[_position++];
        if (isFork)
        {
            _facts = [.. _facts, value ? question : question.Negated];
            _check = new FactCheck(_facts);
            _exact = null;
        }

        return value;
    }

    /// <inheritdoc/>
    public void Require(Goal goal, string words, int site)
    {
        if (_position < _script.Count || Report.Objection is not null)
        {
            return;
        }

        var facts = new HashSet<string>(_facts.Select(fact => fact.ToString()), StringComparer.Ordinal);
        var evidence = _text.EvidenceFor(goal.ToString()!, facts);
        if (Holds(goal) || (evidence is not null && IsChain(goal, evidence)) || _check.AreContradictory())
        {
            Report = Report with { Obligations = Report.Obligations + 1, Reals = Report.Reals + (_check.UsesReals ? 1 : 0) };
        }
        else if (evidence is not null && evidence.StartsWith("linear", StringComparison.Ordinal) && LinearCertificate.Check(new Obligation(_case.Pool, _facts, goal, words, site), evidence))
        {
            // Multipliers that were added up again: a proof in real arithmetic.
            Report = Report with { Obligations = Report.Obligations + 1, Reals = Report.Reals + 1 };
        }
        else if (evidence is not null && new RealCheck(new Obligation(_case.Pool, _facts, goal, words, site)).Holds(evidence))
        {
            Report = Report with { Obligations = Report.Obligations + 1, Reals = Report.Reals + 1 };
        }
        else if (evidence is not null && !evidence.StartsWith("order", StringComparison.Ordinal) && !evidence.StartsWith("kink", StringComparison.Ordinal))
        {
            Report = Report with { Others = Report.Others + 1 };
        }
        else
        {
            Report = Report with { Objection = $"{string.Join(", ", _facts)} |- {goal}" };
        }
    }

    /// <inheritdoc/>
    public void Step()
    {
        if (++_steps > LongestPath)
        {
            throw new FuelExhaustedException("a path is too long");
        }
    }

    private bool Follows(Fact fact) => Follows(_check, fact);

    private static bool Follows(FactCheck check, Fact fact) => fact.Relation switch
    {
        Relation.LessOrEqual => check.IsBelow(fact.Left, fact.Right),
        Relation.Less => check.IsStrictlyBelow(fact.Left, fact.Right),
        Relation.Equal => check.IsBelow(fact.Left, fact.Right) && check.IsBelow(fact.Right, fact.Left),
        _ => check.IsStrictlyBelow(fact.Left, fact.Right) || check.IsStrictlyBelow(fact.Right, fact.Left),
    };

    private static bool? AnswerOf(FactCheck check, Fact question) => Follows(check, question) ? true : Follows(check, question.Negated) ? false : null;

    private bool Holds(Goal goal)
    {
        switch (goal)
        {
            case Goal.Compare { Relation: Relation.LessOrEqual } compare:
                return _check.IsBelow(compare.Left, compare.Right);
            case Goal.NotNaN number:
                return !_check.RangeOf(number.Value).MayBeNaN;
            case Goal.Finite number:
                return _check.RangeOf(number.Value).IsFinite;
            case Goal.InRange number:
                var range = _check.RangeOf(number.Value);
                return !range.MayBeNaN && range.Low >= number.Low && range.High <= number.High;
            default:
                return false;
        }
    }

    // A chain of the certificate: every link is checked by itself, and the ends are those of the goal.
    private bool IsChain(Goal goal, string evidence)
    {
        var start = evidence.IndexOf("; ", StringComparison.Ordinal);
        if (goal is not Goal.Compare { Relation: Relation.LessOrEqual } compare || start < 0 || evidence.IndexOf(" <= ", StringComparison.Ordinal) < 0)
        {
            return false;
        }

        var reader = new TermReader(_case.Pool);
        var links = evidence.Substring(start + 2).Split([" <= ", " < "], StringSplitOptions.None).Select(reader.Read).ToArray();
        var isClosed = ReferenceEquals(links[0], compare.Left) && ReferenceEquals(links[links.Length - 1], compare.Right);
        return isClosed && Enumerable.Range(1, links.Length - 1).All(link => _check.IsBelow(links[link - 1], links[link]));
    }
}
