;;; Emacs with eglot: what is found, hover, an accepted sentence, the next one, a renamed article.
(package-initialize)
(require 'eglot)
(setq make-backup-files nil auto-save-default nil create-lockfiles nil eglot-autoshutdown t
      eglot-confirm-server-initiated-edits nil eglot-sync-connect 30 eglot-extend-to-xref t)
(define-derived-mode satz-catalog-mode text-mode "Fluent")
(add-to-list 'auto-mode-alist '("\\.ftl\\'" . satz-catalog-mode))
(add-to-list 'eglot-server-programs `(satz-catalog-mode . (,(getenv "SATZ") "lsp")))
;; The folder with satz.yaml is the project.
(setq project-find-functions
      (list (lambda (folder) (cons 'transient (locate-dominating-file folder "satz.yaml")))))

(defun fail (&rest message)
  (princ (concat "emacs: " (apply #'format message) "\n") #'external-debugging-output)
  (kill-emacs 1))

(defun wait-for (what condition)
  (let ((end (+ (float-time) 20)))
    (while (not (funcall condition))
      (when (> (float-time) end) (fail "%s did not come" what))
      (accept-process-output nil 0.05))))

(defun stale ()
  (seq-count (lambda (found) (string-match-p "stale" (flymake-diagnostic-text found)))
             (flymake-diagnostics)))

(defun ask (method params)
  (jsonrpc-request (eglot--current-server-or-lose) method params))

(defun next (command)
  (let ((place (ask :workspace/executeCommand
                    (list :command command
                          :arguments (vector (list :uri (eglot--path-to-uri buffer-file-name)
                                                   :position (eglot--pos-to-lsp-position)))))))
    (goto-char (eglot--lsp-position-to-point (plist-get (plist-get place :range) :start)))))

(find-file "locales/en/plan.ftl")
(call-interactively #'eglot)
(flymake-mode 1)
(wait-for "what is found" (lambda () (flymake-start) (accept-process-output nil 0.2) (> (stale) 0)))
(unless (= (stale) 50) (fail "%d stale, not 50" (stale)))

(goto-char (point-min))
(next "satz.nextStale")
(let ((text (format "%s" (ask :textDocument/hover (eglot--TextDocumentPositionParams)))))
  (unless (string-match-p "Out of date" text) (fail "hover: %s" text)))

(let* ((actions (ask :textDocument/codeAction
                     (list :textDocument (eglot--TextDocumentIdentifier)
                           :range (list :start (eglot--pos-to-lsp-position) :end (eglot--pos-to-lsp-position))
                           :context '(:diagnostics []))))
       (action (seq-find (lambda (action) (string-prefix-p "Accept: " (plist-get action :title))) actions)))
  (unless action (fail "no action accepts: %s" actions))
  (unless (plist-get action :edit) (setq action (ask :codeAction/resolve action)))
  (eglot--apply-workspace-edit (plist-get action :edit)))
(eglot--signal-textDocument/didChange)
(wait-for "one fewer" (lambda () (flymake-start) (accept-process-output nil 0.2) (= (stale) 49)))
(save-buffer)

(let ((before (point)))
  (next "satz.nextStale")
  (unless (> (point) before) (fail "the next one is not behind")))
(let ((places (ask :textDocument/references
                   (append (eglot--TextDocumentPositionParams) '(:context (:includeDeclaration t))))))
  (unless (>= (length places) 4) (fail "references: %s" places)))
(princ "emacs: what is found, hover, an action, the next one, references\n")
(kill-emacs 0)
