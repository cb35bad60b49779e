namespace MechanismDsl.Proofs.Certificates;

/// <summary>The part of a certificate that is about one case: which goals it closes, from which facts, and how.</summary>
internal sealed class CertificateText
{
    private const string State = "  state ";

    private readonly Dictionary<string, List<(HashSet<string> Facts, string Evidence)>> _goals = new(StringComparer.Ordinal);
    private readonly List<string> _states = [];

    /// <summary>Reads the lines of a case.</summary>
    public CertificateText(string text, string caseName)
    {
        var isCase = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("case ", StringComparison.Ordinal))
            {
                isCase = line.Substring(5) == caseName;
            }
            else if (isCase && line.StartsWith(State, StringComparison.Ordinal))
            {
                _states.Add(line.Substring(State.Length));
            }
            else if (isCase && line.IndexOf(" |- ", StringComparison.Ordinal) is var turnstile && turnstile >= 0)
            {
                var by = line.IndexOf(" by ", turnstile, StringComparison.Ordinal);
                var goal = line.Substring(turnstile + 4, by - turnstile - 4);
                if (!_goals.TryGetValue(goal, out var known))
                {
                    _goals.Add(goal, known = []);
                }

                var facts = line.Substring(0, turnstile).Trim().Split([", "], StringSplitOptions.RemoveEmptyEntries);
                known.Add((new HashSet<string>(facts, StringComparer.Ordinal), line.Substring(by + 4)));
            }
        }
    }

    /// <summary>The states of the case's relational invariant, as text.</summary>
    public IReadOnlyList<string> States => _states;

    /// <summary>How the certificate closes a goal where at least these facts hold; null if it does not.</summary>
    public string? EvidenceFor(string goal, HashSet<string> facts) =>
        _goals.TryGetValue(goal, out var known) ? known.FirstOrDefault(entry => entry.Facts.IsSubsetOf(facts)).Evidence : null;
}
