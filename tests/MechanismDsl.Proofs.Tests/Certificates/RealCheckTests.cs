using System.Globalization;
using System.Text.RegularExpressions;
using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Certificates.Reals;
using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Tests.Real;
using MechanismDsl.Proofs.Verdicts;
using Fraction = Fractions.Fraction;
using Xunit.Abstractions;

namespace MechanismDsl.Proofs.Tests.Certificates;

/// <summary>What the checker says of proofs in real arithmetic: true ones are followed, false ones and spoiled ones are not.</summary>
public class RealCheckTests(ITestOutputHelper output)
{
    // Steep at the border of a domain, or below a root that only a fact keeps from being negative: the checker has no rules for them.
    private const int MostNotFollowed = 8;

    [Fact]
    public void HardProofs_AreFollowed_OrCountedAsNotFollowed()
    {
        var notFollowed = 0;
        foreach (var row in HardScoresTests.True)
        {
            var (score, low, high) = ((string)row[0], (double)row[1], (double)row[2]);
            var question = HardScoresTests.Question(score, low, high);
            var proved = Assert.IsType<Verdict.Proved>(Tier.Quick.Prove(question, default));
            var report = CertificateChecker.Check(question, proved, default);
            output.WriteLine($"{score}: {report}");
            Assert.Null(report.Objection);
            notFollowed += report.Others > 0 ? 1 : 0;
        }

        Assert.InRange(notFollowed, 0, MostNotFollowed);
    }

    public static TheoryData<string, double, double> FalseScores => HardScoresTests.False;

    // Whatever a certificate says of a function that falls somewhere: no technique may pass.
    [Theory]
    [MemberData(nameof(FalseScores))]
    public void NoCertificate_PassesForAFunctionThatFalls(string score, double low, double high)
    {
        var question = HardScoresTests.Question(score, low, high);
        string[] pieces = ["interval", "bernstein", "void", "constant", "sturm [0, 1] 1", FormattableString.Invariant($"(r0 {(low + high) / 2}: interval interval)"), FormattableString.Invariant($"(r0 {low}: interval void)")];
        foreach (var evidence in pieces.SelectMany(piece => (string[])[$"derivative {piece}", $"boxes {{}} {piece}", $"corner r0' and -: {piece}; -; same", $"corner - and r0: -; {piece}; same", $"corner - and -: -; -; boxes {{}} {piece}"])
            .Concat(["corner (Add r0 and -: -; -; same", "corner ) and -: -; -; same", "corner  and -: -; -; same", "corner 1d= and -: -; -; same", "corner (Add r0 r0) r0 and -: -; -; same", "corner (Plus r0 r0) and -: -; -; same"]))
        {
            var report = CertificateChecker.Check(question, new Verdict.Proved(new Scope.EveryNumber(), Arithmetic.Real, Certifying(question, evidence)), default);
            Assert.True(report.Objection is not null || report.Others > 0, evidence);
        }
    }

    [Theory]
    [InlineData("S07_AntiSnipeMild monotone-score")]
    [InlineData("S21_Cubic monotone-score")]
    [InlineData("A10_ProportionalLottery monotone")]
    [InlineData("P03_EntryFee dsic")]
    [InlineData("P06_QualityCritical ir")]
    [InlineData("P09_IncumbentCritical ir")]
    public void SpoiledCertificates_AreRefused(string name) => Spoil(LabelledQuestion.Of(name).Question);

    [Theory]
    [InlineData("x - 0.005 * x * x")]
    [InlineData("x <= 60 * q ? x / 2 : x - 30 * q")]
    [InlineData("Math.Max(x, 2 * x - 50) - 0.5 * x")]
    public void SpoiledCovers_AreRefused(string score) => Spoil(HardScoresTests.Question(score, 0, 100));

    private static void Spoil(Question question)
    {
        var proved = Assert.IsType<Verdict.Proved>(Tier.Quick.Prove(question, default));
        Assert.Equal((null, 0), (Check(proved.Certificate.Text).Objection, Check(proved.Certificate.Text).Others));
        var spoiled = 0;
        foreach (var text in Spoilt(proved.Certificate.Text))
        {
            spoiled++;
            var report = Check(text);
            Assert.True(report.Objection is not null || report.Others > 0, text);
        }

        Assert.True(spoiled > 0);

        CertificateReport Check(string text) => CertificateChecker.Check(question, proved with { Certificate = new Certificate(proved.Certificate.Technique, text) }, default);
    }

    [Fact]
    public void TouchingZeroInside_IsTold_FromFallingBelowIt()
    {
        Assert.True(RootCheck.IsNonNegative([12, -12, 3], 0, 10));
        Assert.True(RootCheck.IsNonNegative([0, 0, 1], 0, 1));
        Assert.True(RootCheck.IsNonNegative([0, 1], 0, 1));
        Assert.True(RootCheck.IsNonNegative([1, -1], 0, 1));
        Assert.True(RootCheck.IsNonNegative([4, -8, 5, -1], 0, 1));
        Assert.True(RootCheck.IsNonNegative([2], 5, 5));
        Assert.False(RootCheck.IsNonNegative([new Fraction(1199, 100), -12, 3], 0, 10));
        Assert.False(RootCheck.IsNonNegative([0, -1, 1], 0, 1));
        Assert.False(RootCheck.IsNonNegative([0, 1, -1], 0, 2));
        Assert.False(RootCheck.IsNonNegative([-2, 5, -4, 1], 0, 2));
        Assert.False(RootCheck.IsNonNegative([1, -2], 0, 1));
    }

    // The same lines, each goal of real arithmetic with one thing wrong: a multiplier, a row, the technique, the line left out.
    private static IEnumerable<string> Spoilt(string text)
    {
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (!Regex.IsMatch(lines[index], " by (derivative|linear|corner|boxes)"))
            {
                continue;
            }

            yield return With("");
            yield return With(Regex.Replace(lines[index], " by .*$", " by boxes {} void"));
            yield return With(Regex.Replace(lines[index], " by .*$", " by unheard of"));
            // A cover without one of its boxes, and one whose box is said to be empty.
            var leaf = new Regex(@"(?<=: |\w )(interval|bernstein)(?=[ )])");
            if (leaf.IsMatch(lines[index]))
            {
                yield return With(leaf.Replace(lines[index], "", 1));
                yield return With(leaf.Replace(lines[index], "void", 1));
            }

            if (lines[index].Contains(" by linear", StringComparison.Ordinal))
            {
                var number = new Regex(@"(?<=[( ])(\d+)(?=(/\d+)? ?\[)");
                yield return With(number.Replace(lines[index], match => (long.Parse(match.Value, CultureInfo.InvariantCulture) + 7).ToString(CultureInfo.InvariantCulture), 1));
            }

            string With(string line) => string.Join('\n', lines.Take(index).Append(line).Concat(lines.Skip(index + 1)));
        }
    }

    // A certificate that closes every obligation of a question by the same words.
    private static Certificate Certifying(Question question, string evidence)
    {
        var lines = new List<string>();
        foreach (var @case in LawCases.Of(question, 1)!)
        {
            lines.Add("case " + @case.Name);
            var listener = new Listener(@case);
            do
            {
                listener.Run();
            }
            while (listener.Next());

            lines.AddRange(listener.Goals.Select(goal => $"  |- {goal} by {evidence}"));
        }

        return new Certificate("any", string.Join('\n', lines) + "\n");
    }

    /// <summary>Notes every goal on every path, without asking which paths there are.</summary>
    private sealed class Listener(ProofCase @case) : IDecisions
    {
        private readonly List<bool> _script = [];
        private int _position;

        public HashSet<string> Goals { get; } = new(StringComparer.Ordinal);

        public void Run()
        {
            _position = 0;
            try
            {
                @case.Execute(this);
            }
            catch (RuleFailureException)
            {
                Goals.Add(new Goal.Impossible().ToString());
            }
        }

        public bool Next()
        {
            while (_script.Count > 0)
            {
                var last = _script[^1];
                _script.RemoveAt(_script.Count - 1);
                if (last)
                {
                    _script.Add(false);
                    return true;
                }
            }

            return false;
        }

        public bool Decide(Fact question)
        {
            if (_position == _script.Count)
            {
                _script.Add(true);
            }

            return _script[_position++];
        }

        public void Require(Goal goal, string words, int site) => Goals.Add(goal.ToString()!);

        public void Step()
        {
        }
    }
}
