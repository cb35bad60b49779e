using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// Searches for counterexamples by executing the rules. Profiles are tabulated along one agent's report: every pair of points of such an axis tests
/// monotonicity and truthfulness, every point the laws about one profile, so one table serves all questions.
/// </summary>
/// <remarks>The profiles depend on the rules and nothing else, so a question has the same answer whichever others are asked with it.</remarks>
public sealed class Falsifier
{
    /// <summary>The points that are tabulated while somebody types.</summary>
    public const int QuickEvaluations = 6_000;

    /// <summary>The points that are tabulated at the end of a compilation.</summary>
    public const int DeepEvaluations = 60_000;

    private const int AxisPoints = 14;

    private readonly RuleSystem _system;
    private readonly Dictionary<Property, Question> _open;
    private readonly Dictionary<Property, Witness> _found = [];
    private readonly CancellationToken _cancellation;

    private Falsifier(RuleSystem system, IEnumerable<Question> questions, CancellationToken cancellation)
    {
        _system = system;
        _open = questions.ToDictionary(question => question.Property);
        _cancellation = cancellation;
    }

    /// <summary>Counterexamples to laws about one system, each executed again and made simple; properties without one are missing.</summary>
    /// <param name="system">The rules.</param>
    /// <param name="properties">The laws.</param>
    /// <param name="evaluations">The number of points to tabulate, for example <see cref="QuickEvaluations"/>.</param>
    /// <param name="cancellation">Ends the search with <see cref="OperationCanceledException"/>.</param>
    public static IReadOnlyDictionary<Property, Witness> Find(
        RuleSystem system, IEnumerable<Property> properties, int evaluations, CancellationToken cancellation = default) =>
        Find(system, properties.Distinct().Select(property => new Question(property, system)), evaluations, cancellation);

    /// <summary>A counterexample to one law, or null.</summary>
    public static Witness? Find(Question question, int evaluations, CancellationToken cancellation = default) =>
        Find(question.System, [question], evaluations, cancellation).TryGetValue(question.Property, out var witness) ? witness : null;

    private static Dictionary<Property, Witness> Find(RuleSystem system, IEnumerable<Question> questions, int evaluations, CancellationToken cancellation)
    {
        var asked = questions.ToList();
        var falsifier = new Falsifier(system, asked, cancellation);
        if (system.Score is not null && asked.Any(question => question.IsAboutScore()))
        {
            falsifier.SearchScores(evaluations);
        }

        if (asked.Any(question => !question.IsAboutScore()))
        {
            falsifier.SearchOutcomes(evaluations);
        }

        return falsifier._found;
    }

    private void SearchScores(int evaluations)
    {
        foreach (var focus in _open.Values.Where(question => question.IsAboutScore())
            .Select(question => question.Property == Property.UnaffectedByInput ? question.Focus : _system.ReportInput()).Distinct().ToList())
        {
            var plan = new SamplePlan(_system, focus);
            var slots = _system.Inputs.Max(input => input.Domains.Count);
            var profile = new Profile(_system, 1);
            var axis = new ScoreAxis(_system, focus, AxisPoints, _cancellation);
            for (var (spent, turn) = (0, 0); spent < evaluations && _open.Values.Any(IsOpen); turn++)
            {
                axis.Tabulate(plan, profile, turn % slots);
                spent += axis.Evaluations;
                foreach (var question in _open.Values.Where(IsOpen).ToList())
                {
                    Judge(question, axis.Suspect(question.Property));
                }
            }

            bool IsOpen(Question question) =>
                question.IsAboutScore() && focus == (question.Property == Property.UnaffectedByInput ? question.Focus : _system.ReportInput());
        }
    }

    private void SearchOutcomes(int evaluations)
    {
        var plan = new SamplePlan(_system, _system.ReportInput());
        var axis = new OutcomeAxis(_system, AxisPoints, [.. _open.Keys], _cancellation);
        var numbers = AgentNumbers().ToArray();
        for (var (spent, turn) = (0, 0); spent < evaluations && _open.Keys.Any(property => !_system.IsAboutScore(property)); turn++)
        {
            var agents = numbers[turn % numbers.Length];
            axis.Tabulate(plan, agents, focal: turn / numbers.Length % agents);
            spent += axis.Evaluations;
            foreach (var question in _open.Values.Where(question => !question.IsAboutScore()).ToList())
            {
                Judge(question, axis.Suspect(question.Property));
            }
        }
    }

    private void Judge(Question question, Candidate? suspect)
    {
        if (suspect is not null && Refutation.Confirm(question, suspect, _cancellation) is { } refuted)
        {
            _found.Add(question.Property, refuted.Witness);
            _open.Remove(question.Property);
        }
    }

    /// <summary>Small numbers often, because most mistakes show there, and the largest.</summary>
    private IEnumerable<int> AgentNumbers()
    {
        var (min, max) = (_system.Agents.Min, Math.Min(_system.Agents.Max ?? int.MaxValue, Math.Max(_system.Agents.Min, 8)));
        int[] preferred = [2, 3, 2, 3, 4, 1, 3, 2, 5];
        var chosen = preferred.Where(number => number >= min && number <= max).ToList();
        chosen.Add(min);
        chosen.Add(max);
        return chosen;
    }
}
